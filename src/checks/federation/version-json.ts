import { FEDERATION_VERSION_PATH } from '../../spec/constants.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { answerBarrier } from '../readings/barriers.js';
import { readVersionAnswer, type VersionReading } from '../readings/version-reading.js';
import { notTested } from '../verdict.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { whereEndpoints } from '../verdicts/where-endpoints.js';
import { curlCommand } from '../words/curl-command.js';
import { placeOf } from '../words/place.js';

export const versionJson = {
  id: 'federation/version-json',
  title: 'The version answer is a JSON object',
  failureTitle: 'The answer to federation requests at {where} is not a JSON object: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.apiStandardsServer,
  why: 'A homeserver answers in JSON. What answers as "Host: {hostHeader}" is most likely a web site that shows its start page for every path.',
  fix: 'Forward /_matrix to the homeserver in that site, before the rule that answers everything. See what comes: {curl}.',
  recipe: 'homeserver-proxy',
  evaluate: whereEndpoints(answerBarrier, (endpoints, _federation, facts) => {
    const readings = endpoints.map((endpoint) => ({ endpoint, reading: readVersionAnswer(endpoint, facts) }));
    const judged = readings.filter(({ reading }) => reading.kind !== 'other-status');
    if (judged.length === 0) return [notTested('no version request is answered with status 200')];
    return [
      sharedVerdict(
        judged,
        ({ endpoint }) => placeOf(endpoint),
        ({ endpoint: { destination, version }, reading }) => {
          const problem = problemOf(reading);
          if (problem === null) return null;
          const curl = curlCommand(destination, FEDERATION_VERSION_PATH);
          return { values: { hostHeader: destination.hostHeader, curl, problem }, seen: problem, at: version };
        },
      ),
    ];
  }),
} as const satisfies Check;

const problemOf = (reading: VersionReading): string | null => {
  if (reading.kind === 'not-json') return reading.fault.message;
  return reading.kind === 'not-an-object' ? 'it is JSON, but no object' : null;
};
