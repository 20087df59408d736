import { listWords } from '../../facts/words/list-words.js';
import { quoted } from '../../facts/words/quoted.js';
import { links } from '../../spec/links.js';
import { type ServerNameOddity, serverNameOddities } from '../../spec/server-name-oddities.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereServerFileDelegates } from '../verdicts/where-server-file.js';

export const mServerPlain = {
  id: 'well-known/m-server-plain',
  title: 'm.server is written in its plain form',
  failureTitle: 'm.server is {value}: {oddities}',
  level: 'SHOULD',
  severity: 'notice',
  affects: 'servers',
  spec: links.serverName,
  why: 'Servers put this text into the Host header as it is written. Some software lower-cases or shortens it, and some web servers do not recognise their own site under such a name.',
  fix: 'Write it plainly in {url}: lower case, no final dot, no leading zeros in the port.',
  evaluate: whereServerFileDelegates(({ delegate, mServer }, { file }) => {
    const oddities = serverNameOddities(delegate).flatMap((oddity) => WORDS[oddity] ?? []);
    if (oddities.length === 0) return [pass()];
    return [
      fail({
        values: { url: file.url, value: quoted(mServer), oddities: listWords(oddities) },
        evidence: [{ label: file.url, value: quoted(mServer) }],
      }),
    ];
  }),
} as const satisfies Check;

/** Oddities that concern a name to connect to, not an identity. */
const WORDS: Readonly<Partial<Record<ServerNameOddity, string>>> = {
  'upper-case': 'it has upper-case letters',
  'trailing-dot': 'it ends in a dot',
  'port-with-leading-zeros': 'its port has leading zeros',
  'all-numeric': 'its last part has only digits, so that it looks like an IP address and is none',
  'single-label': 'it has only one part, which no public DNS knows',
};
