import type { ServerFileFetched } from '../../facts/well-known-state.js';
import { serverFileWords } from '../../facts/words/server-file-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { fetchPlace, whereServerFile } from '../verdicts/where-server-file.js';

export const sameAnswer = {
  id: 'well-known/same-answer',
  title: 'The well-known file is the same at every address',
  failureTitle: 'The addresses of {host} give different answers for the well-known file',
  level: 'advice',
  severity: 'error',
  affects: 'servers',
  spec: links.resolution,
  why: 'A server takes whichever address it connects to first. Some are sent to your homeserver, others elsewhere, and each remembers that for an hour to two days: rooms then seem to work for some people only.',
  fix: 'Make every address of {host} serve the same site; {differing}. Usually the IPv6 address (AAAA) belongs to another web server or to its default site, or a record is left over from a move. Try one: curl -s --resolve {host}:443:<address> {url}.',
  recipe: 'both-families',
  evaluate: whereServerFile(({ file, fetches, deciding }, facts) => {
    const answered = fetches.filter(({ state }) => state !== 'unreachable');
    const evidence = fetches.map((fetched) => ({
      label: fetchPlace(fetched),
      value: serverFileWords(fetched, facts.observedAt),
    }));
    if (answered.length === 0) return [notTested(`${file.url}: ${serverFileWords(deciding, facts.observedAt)}`)];
    const different = answered.filter((fetched) => leadsTo(fetched) !== leadsTo(deciding));
    if (deciding.state !== 'valid' || different.length === 0) return [pass(null, evidence)];
    return [
      fail({
        values: {
          url: file.url,
          host: file.host.host,
          differing: different.map((fetched) => answerWords(fetched, facts.observedAt)).join('; '),
        },
        evidence,
        at: different[0]?.fetch.hops[0] ?? null,
      }),
    ];
  }),
} as const satisfies Check;

/** Everything that is not valid leads to the same place: past the file. */
const leadsTo = ({ state, reading }: ServerFileFetched): string | null =>
  state === 'valid' && reading?.kind === 'delegates' ? reading.mServer : null;

/** "[2001:db8::5]:443 gives 404" */
const answerWords = (fetched: ServerFileFetched, observedAt: string): string => {
  const { state } = fetched;
  const words = serverFileWords(fetched, observedAt);
  if (state === 'not-found' || state === 'http-error') return `${fetchPlace(fetched)} gives ${words}`;
  return words.startsWith('m.server is ')
    ? `at ${fetchPlace(fetched)} ${words}`
    : `at ${fetchPlace(fetched)}: ${words}`;
};
