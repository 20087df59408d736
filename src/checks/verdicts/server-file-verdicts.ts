import type { Facts } from '../../facts/facts.js';
import type { ServerFileFetched, WellKnownState } from '../../facts/well-known-state.js';
import { serverFileWords } from '../../facts/words/server-file-words.js';
import type { Check } from '../check.js';
import { notApplicable, notTested } from '../verdict.js';
import { type PlaceFault, sharedVerdict } from './shared-verdict.js';
import { fetchPlace, type ServerFile, whereServerFile } from './where-server-file.js';

type Stage = Exclude<WellKnownState, 'not-attempted' | 'not-found'>;

/**
 * A check of one way in which the server file can break. Each fetch breaks in one way at most, named by its state, and what comes before hides
 * what would come after: a fetch that broke earlier says nothing, one that got further passes. Where some address gives a valid file, only that
 * one is judged; that others differ is a finding of its own.
 *
 * `faultOf` is asked about fetches in state `stage`; null where this fault is not what broke it. `{url}` and `{host}` are added.
 */
export const serverFileVerdicts = (
  stage: Stage,
  faultOf: (fetched: ServerFileFetched, server: ServerFile, facts: Facts) => PlaceFault | null,
): Check['evaluate'] =>
  whereServerFile((server, facts) => {
    const { file, fetches, deciding } = server;
    const judged = deciding.state === 'valid' ? [deciding] : fetches;
    const verdict = sharedVerdict(judged, fetchPlace, (fetched) => {
      const fault = fetched.state === stage ? faultOf(fetched, server, facts) : null;
      return (
        fault && {
          at: fetched.fetch.hops[0] ?? null,
          ...fault,
          values: { ...fault.values, url: file.url, host: file.host.host },
        }
      );
    });
    if (verdict.outcome === 'fail' || judged.some(({ state }) => isBehind(state, stage))) return [verdict];
    if (judged.some(({ state }) => state === 'not-found')) return [notApplicable(`there is no ${file.url} (404)`)];
    return [notTested(`${file.url}: ${serverFileWords(deciding, facts.observedAt)}`)];
  });

/** 404 is an answer in itself: everything up to the status passed, and there is no content to judge. */
const isBehind = (state: ServerFileFetched['state'], stage: Stage): boolean =>
  STAGES.indexOf(state === 'not-found' ? 'too-large' : state) > STAGES.indexOf(stage);

/** In the order in which a fetch can break. */
const STAGES: readonly Stage[] = [
  'unreachable',
  'tls-error',
  'redirect-error',
  'http-error',
  'too-large',
  'invalid-json',
  'missing-m-server',
  'invalid-m-server',
  'valid',
];
