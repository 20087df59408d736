import { SIGNING_KEYS_PATH } from '../../spec/constants.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { versionBarrier } from '../readings/barriers.js';
import { readKeysAnswer } from '../readings/keys-reading.js';
import { notTested } from '../verdict.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { whereEndpoints } from '../verdicts/where-endpoints.js';
import { curlCommand } from '../words/curl-command.js';
import { placeOf } from '../words/place.js';

export const json = {
  id: 'keys/json',
  title: 'The signing keys come as a JSON object',
  failureTitle: 'The signing keys of {where} are no JSON object: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.apiStandardsServer,
  why: 'Servers that cannot read the keys refuse everything that this server signs.',
  fix: 'Forward /_matrix/key to the homeserver like /_matrix/federation; a web page or a file stands in its place. See what comes: {curl}.',
  evaluate: whereEndpoints(versionBarrier, (endpoints, _federation, facts) => {
    const read = endpoints.flatMap((endpoint) => {
      const reading = readKeysAnswer(endpoint, facts);
      return reading === null ? [] : [{ endpoint, reading }];
    });
    if (read.length === 0) return [notTested('the signing keys cannot be fetched')];
    return [
      sharedVerdict(
        read,
        ({ endpoint }) => placeOf(endpoint),
        ({ endpoint: { destination }, reading }) => {
          if (reading.kind === 'read') return null;
          const problem = reading.kind === 'invalid-json' ? reading.fault.message : `it is ${reading.found}`;
          return { values: { curl: curlCommand(destination, SIGNING_KEYS_PATH), problem }, seen: problem };
        },
      ),
    ];
  }),
} as const satisfies Check;
