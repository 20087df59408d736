import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { answerBarrier } from '../readings/barriers.js';
import { readVersionAnswer, type VersionReading } from '../readings/version-reading.js';
import { notTested } from '../verdict.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { whereEndpoints } from '../verdicts/where-endpoints.js';
import { federationAdvice } from '../words/federation-advice.js';
import { placeOf } from '../words/place.js';

export const version = {
  id: 'federation/version',
  title: 'A homeserver answers federation requests',
  failureTitle: 'The answer to federation requests at {where} is status {status}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.federationVersion,
  why: 'The question for the version, /_matrix/federation/v1/version, needs no permission and must be answered with 200. What answered as "Host: {hostHeader}" is no homeserver that federates, or something that stands in front of one and refused; other servers must expect the same.',
  fix: '{advice}',
  usualFix:
    'Forward /_matrix to the homeserver in the site that answers at that host and port, for everybody and without a password, and see that the homeserver runs and federates.',
  recipe: 'homeserver-proxy',
  evaluate: whereEndpoints(answerBarrier, (endpoints, _federation, facts) => {
    const readings = endpoints.map((endpoint) => ({ endpoint, reading: readVersionAnswer(endpoint, facts) }));
    const judged = readings.filter(({ reading }) => !isRedirect(reading));
    if (judged.length === 0) return [notTested('federation requests are redirected')];
    return [
      sharedVerdict(
        judged,
        ({ endpoint }) => placeOf(endpoint),
        ({ endpoint: { destination, version: look }, reading }) => {
          if (reading.kind !== 'other-status') return null;
          const { response } = reading;
          return {
            values: {
              status: `${response.status}`,
              hostHeader: destination.hostHeader,
              advice: federationAdvice(response, destination),
            },
            seen: `status ${response.status} to Host: ${destination.hostHeader}`,
            at: look,
          };
        },
        ({ reading }) => versionWords(reading),
      ),
    ];
  }),
} as const satisfies Check;

const isRedirect = (reading: VersionReading): boolean =>
  reading.kind === 'other-status' && reading.response.status >= 300 && reading.response.status < 400;

const versionWords = (reading: VersionReading): string =>
  reading.kind === 'version' ? `${reading.name ?? 'unnamed'} ${reading.version ?? ''}`.trim() : '200';
