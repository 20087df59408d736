import type { Destination } from './facts/destination.js';
import type { WalkStep } from './facts/federation.js';
import type { HttpLook } from './facts/http.js';

/** What `inspect` tells while it runs, in the order of happening. */
export type InspectEvent =
  | { readonly type: 'started'; readonly input: string }
  | { readonly type: 'step'; readonly step: WalkStep }
  | { readonly type: 'destination'; readonly destination: Destination }
  | { readonly type: 'look'; readonly look: HttpLook }
  | { readonly type: 'finished'; readonly durationMs: number };
