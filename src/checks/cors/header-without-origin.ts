import { listWords } from '../../facts/words/list-words.js';
import { headerValues, listItems } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import { isStoredByCaches } from '../../spec/stored-by-caches.js';
import type { Check } from '../check.js';
import { forOtherOrigins } from '../readings/for-other-origins.js';
import { fail, notTested, pass } from '../verdict.js';
import { answersForWebClients } from '../verdicts/cors-verdicts.js';
import { whereClientSeen } from '../verdicts/where-client-seen.js';
import { placeOf } from '../words/place.js';

export const headerWithoutOrigin = {
  id: 'cors/header-without-origin',
  title: 'What caches keep is readable for web clients, whoever asked first',
  failureTitle: '{urls} has Access-Control-Allow-Origin only for requests with an Origin, and caches are not told',
  level: 'advice',
  severity: 'warning',
  affects: 'browsers',
  spec: links.rfc9111Vary,
  why: 'A request without an Origin, such as one by an app on a phone or by curl, gets an answer without the header, which caches may keep and hand to a web client as well: its browser refuses it, until the cache has forgotten it. It comes and goes, and seems to be mended when a cache is emptied.',
  fix: 'Send "Access-Control-Allow-Origin: *" with every answer, whoever asks; or add "Vary: Origin" to the answers without it too.',
  recipe: 'cors-header',
  evaluate: whereClientSeen((client, progress, facts) => {
    const readable = answersForWebClients(client, progress, facts).filter(({ reading }) => reading.kind === 'readable');
    const now = new Date(facts.observedAt);
    const plain = forOtherOrigins(client)
      .filter(({ url }) => readable.some(({ look }) => look.url === url))
      .flatMap(({ answers }) => answers.filter(({ origin }) => origin === null));
    if (plain.length === 0) return [notTested('no answer that web clients may read was asked for without an Origin')];
    const kept = plain.filter(
      ({ headers }) =>
        headerValues(headers, 'access-control-allow-origin').length === 0 &&
        !listItems(headers, 'vary').some((name) => /^(origin|\*)$/iu.test(name)) &&
        isStoredByCaches(headers, now),
    );
    const [first] = kept;
    if (first === undefined) return [pass()];
    return [
      fail({
        values: { urls: listWords(kept.map(({ look }) => look.url)) },
        evidence: kept.map(({ look, headers }) => ({
          label: `${look.url} at ${placeOf(look)}, asked without an Origin`,
          value: `no Access-Control-Allow-Origin, no Vary: Origin, ${lifetimeWords(headers)}`,
        })),
        at: first.look,
      }),
    ];
  }),
} as const satisfies Check;

/** "Cache-Control: max-age=3600" */
const lifetimeWords = (headers: Parameters<typeof headerValues>[0]): string => {
  const values = headerValues(headers, 'cache-control');
  return values.length > 0 ? `Cache-Control: ${values.join(', ')}` : `Expires: ${headerValues(headers, 'expires')[0]}`;
};
