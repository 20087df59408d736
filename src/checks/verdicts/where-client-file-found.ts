import type { ClientFacts } from '../../facts/client.js';
import type { Facts } from '../../facts/facts.js';
import type { HttpLook, HttpResponse } from '../../facts/http.js';
import type { ClientFileFetched } from '../../facts/well-known-state.js';
import type { ClientFileReading } from '../../spec/well-known-client.js';
import type { Check } from '../check.js';
import { clientFileObstacle } from '../readings/client-file-obstacle.js';
import type { ClientFileProgress } from '../readings/client-file-progress.js';
import type { Verdict } from '../verdict.js';
import { stoppedBefore, whereClientSeen } from './where-client-seen.js';

/** The client file where it came whole with status 200. */
export interface ClientFileFound {
  readonly client: ClientFacts;
  readonly progress: ClientFileProgress;
  readonly fetched: ClientFileFetched;
  readonly last: HttpLook;
  readonly response: HttpResponse;
  readonly reading: ClientFileReading;
}

/** Judges the client file where there is one. A web page or nothing in its place has nothing of it, also no headers. */
export const whereClientFileFound = (
  judge: (found: ClientFileFound, facts: Facts) => readonly Verdict[],
): Check['evaluate'] =>
  whereClientSeen((client, progress, facts) => {
    const { fetched, last, response } = progress;
    const reading = fetched?.reading ?? null;
    const isFound =
      fetched !== null && last !== null && response !== null && reading !== null && reading.kind !== 'empty';
    return !isFound || clientFileObstacle(progress) !== null
      ? [stoppedBefore(progress)]
      : judge({ client, progress, fetched, last, response, reading }, facts);
  });

/** Judges a client file that names a base URL. */
export const whereBaseUrl = (
  judge: (
    reading: Extract<ClientFileReading, { kind: 'usable' }>,
    found: ClientFileFound,
    facts: Facts,
  ) => readonly Verdict[],
): Check['evaluate'] =>
  whereClientFileFound((found, facts) =>
    found.reading.kind === 'usable' ? judge(found.reading, found, facts) : [stoppedBefore(found.progress)],
  );

/** Judges the members of a client file that is a JSON object, whatever it says of the homeserver. */
export const whereClientFileMembers = (
  judge: (members: Readonly<Record<string, unknown>>, found: ClientFileFound, facts: Facts) => readonly Verdict[],
): Check['evaluate'] =>
  whereClientFileFound((found, facts) =>
    'members' in found.reading ? judge(found.reading.members, found, facts) : [stoppedBefore(found.progress)],
  );
