import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { wherePolicyServerFile } from '../verdicts/where-policy-server-file.js';

export const publicKey = {
  id: 'policy-server/public-key',
  title: 'The policy server file has an ed25519 key',
  failureTitle: 'The policy server file has no usable ed25519 key: {problem}',
  level: 'MUST',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownPolicyServer,
  why: 'Clients write this key into a room that is to be watched over by the policy server, and other servers accept its signatures by it. Without the key, no room can use this policy server.',
  fix: 'Write the public key of the policy server into {url}, 32 bytes in base64 without padding: {"public_keys":{"ed25519":"..."}}',
  evaluate: wherePolicyServerFile(({ file, last, reading }) => {
    if (reading.kind === 'invalid-json') return [notTested('the policy server file is not JSON')];
    if (reading.fault === null) return [pass()];
    return [
      fail({
        values: { url: file.url, problem: reading.fault },
        evidence: [{ label: file.url, value: reading.fault }],
        at: last,
      }),
    ];
  }),
} as const satisfies Check;
