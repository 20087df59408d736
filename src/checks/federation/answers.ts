import { failureWords } from '../../facts/words/failure-words.js';
import { FEDERATION_VERSION_PATH } from '../../spec/constants.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { identityBarrier } from '../readings/barriers.js';
import { isBlameless } from '../readings/blameless.js';
import { readVersionAnswer } from '../readings/version-reading.js';
import { notTested } from '../verdict.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { whereEndpoints } from '../verdicts/where-endpoints.js';
import { curlCommand } from '../words/curl-command.js';
import { placeOf } from '../words/place.js';

export const answers = {
  id: 'federation/answers',
  title: 'The federation port answers HTTP requests',
  failureTitle: '{host} takes the request at {where}, but gives no whole answer: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.federationVersion,
  why: 'Connection and TLS are fine, but no HTTP answer comes. Other servers wait, fail, and back off for hours.',
  fix: 'See the logs of the reverse proxy and of the homeserver for /_matrix/federation/v1/version. A homeserver that is starting or overloaded, or a proxy that forwards to a port where nothing answers, are the usual causes. Try: {curl}.',
  evaluate: whereEndpoints(identityBarrier, (endpoints, _federation, facts) => {
    const readings = endpoints.map((endpoint) => ({ endpoint, reading: readVersionAnswer(endpoint, facts) }));
    const judged = readings.filter(
      ({ reading }) => reading.kind !== 'no-answer' || !isBlameless(reading.failure, facts),
    );
    if (judged.length === 0) return [notTested('the run ended before an answer could come')];
    return [
      sharedVerdict(
        judged,
        ({ endpoint }) => placeOf(endpoint),
        ({ endpoint: { destination }, reading }) =>
          reading.kind === 'no-answer'
            ? {
                values: {
                  host: destination.host,
                  curl: curlCommand(destination, FEDERATION_VERSION_PATH),
                  problem: failureWords(reading.failure),
                },
                seen: failureWords(reading.failure),
              }
            : null,
      ),
    ];
  }),
} as const satisfies Check;
