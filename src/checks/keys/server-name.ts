import type { Facts } from '../../facts/facts.js';
import type { FederationFacts } from '../../facts/federation.js';
import { quoted } from '../../facts/words/quoted.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { keysVerdicts } from '../verdicts/where-published-keys.js';
import { serverNameOf } from '../words/server-name-of.js';

export const serverName = {
  id: 'keys/server-name',
  title: 'The homeserver says that it is this very server name',
  failureTitle: 'The homeserver at {where} says that it is {found}, not {expected}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.serverKeys,
  why: 'The name in the key answer must be the server name to the letter, in upper and lower case too and never that of the delegated host. Other servers drop the answer, and then everything that {expected} signs.',
  fix: '{advice}',
  usualFix:
    'Set server_name of the homeserver to the name that the user IDs end in, not to the delegated host, and check that name. See that the site forwards to this homeserver, not to another one.',
  evaluate: keysVerdicts(
    ({ serverName: found }, facts, federation) => {
      const expected = serverNameOf(facts);
      if (found === expected) return null;
      return {
        values: {
          found: found === null ? 'nobody' : quoted(found),
          expected,
          advice: adviceFor(found ?? '', expected, federation, facts),
        },
        seen: `server_name is ${found === null ? 'missing' : quoted(found)}`,
      };
    },
    ({ serverName: found }) => (found === null ? 'the answer has no server_name' : null),
  ),
} as const satisfies Check;

const adviceFor = (found: string, expected: string, { delegatedName }: FederationFacts, facts: Facts): string => {
  if (found.toLowerCase() === expected.toLowerCase()) {
    return `The two differ only in case. Matrix takes them for two servers: check ${quoted(found)} if that is what stands in your user IDs.`;
  }
  if (delegatedName !== null && (found === delegatedName.text || found === delegatedName.hostname)) {
    return `That is the delegated host. In the configuration, server_name must be ${quoted(expected)} (Synapse: server_name in homeserver.yaml; the public address belongs into public_baseurl). It can be set only before the first user is made: if users are already called @user:${found}, remove m.server from ${expected} and use ${found} as the name.`;
  }
  const isPart = facts.input.reading.kind === 'valid' && expected.endsWith(`.${found}`);
  return isPart
    ? `${expected} is most likely the host of the homeserver, not its name: user IDs end in :${found}, so check ${found}.`
    : `Another homeserver answers, or another site of the proxy: see that the site for ${expected} forwards to the homeserver with server_name ${quoted(expected)}. If your user IDs end in :${found}, check ${found}.`;
};
