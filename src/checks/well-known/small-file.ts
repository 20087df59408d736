import { seenValue } from '../../facts/observation.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { finalResponse, whereServerFileDelegates } from '../verdicts/where-server-file.js';

/** From here on Tuwunel and conduwuit ignore the file. */
const SMALL_BYTES = 12_288;

export const smallFile = {
  id: 'well-known/small-file',
  title: 'The well-known file is small enough for every homeserver',
  failureTitle: '{url} has {bytes} bytes',
  level: 'advice',
  severity: 'notice',
  affects: 'servers',
  spec: links.wellKnownServer,
  why: 'Tuwunel and conduwuit ignore a file of 12,288 bytes or more, Synapse and Dendrite one of 51,200. The first ones go on with SRV records and port 8448.',
  fix: 'Serve only {"m.server": {value}}: no other member is read by servers.',
  evaluate: whereServerFileDelegates((reading, { deciding, file }) => {
    const response = finalResponse(deciding);
    const body = response === undefined ? undefined : seenValue(response.body);
    if (body === undefined) return [notTested(`the size of ${file.url} is not known`)];
    const evidence = [{ label: file.url, value: `${body.bytes.toLocaleString('en')} bytes` }];
    if (body.bytes < SMALL_BYTES) return [pass(null, evidence)];
    const values = { url: file.url, bytes: body.bytes.toLocaleString('en'), value: `"${reading.mServer}"` };
    return [fail({ values, evidence })];
  }),
} as const satisfies Check;
