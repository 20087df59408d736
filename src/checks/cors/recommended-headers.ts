import type { HttpLook } from '../../facts/http.js';
import { seenValue, skipped } from '../../facts/observation.js';
import { listWords } from '../../facts/words/list-words.js';
import { type HeaderLines, headerValues } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { versionsHops } from '../verdicts/cors-verdicts.js';
import { whereHomeserver } from '../verdicts/where-homeserver.js';
import { placeOf } from '../words/place.js';

export const recommendedHeaders = {
  id: 'cors/recommended-headers',
  title: 'The homeserver answers with all CORS headers that the specification recommends',
  failureTitle: 'The homeserver does not send all CORS headers that the specification recommends: {missing}',
  level: 'SHOULD',
  severity: 'info',
  affects: 'browsers',
  spec: links.cors,
  why: 'Browsers need these only in the answer to the question (OPTIONS) that goes before a request with a token. Synapse and Dendrite send them with every answer: where they are missing from one of those, something in front of {host} rewrites the headers.',
  fix: 'Nothing, if web clients can sign in. Else pass the headers of the homeserver on as they are, or send: Access-Control-Allow-Methods: GET, POST, PUT, DELETE, OPTIONS and Access-Control-Allow-Headers: X-Requested-With, Content-Type, Authorization.',
  recipe: 'homeserver-cors',
  evaluate: whereHomeserver(({ versions, host }, facts) => {
    const hops = versionsHops(versions);
    if (hops.length === 0) return [notTested(versions.because)];
    const readable = hops.filter(({ reading }) => reading.kind === 'readable');
    if (readable.length === 0) return [notTested('web clients may not read the answer in the first place')];
    // Homeservers of the Conduit family send them with that one only, which is all that browsers need.
    const preflight = headersOf(seenValue(seenValue(facts.client)?.api ?? UNASKED)?.loginPreflight);
    const lacking = readable
      .map(({ look }) => ({ look, missing: missingIn([...headersOf(look), ...preflight]) }))
      .filter(({ missing }) => missing.length > 0);
    const [first] = lacking;
    if (first === undefined) return [pass()];
    return [
      fail({
        values: { host, missing: listWords(first.missing) },
        evidence: lacking.map(({ look, missing }) => ({ label: placeOf(look), value: listWords(missing) })),
        at: first.look,
      }),
    ];
  }),
} as const satisfies Check;

const UNASKED = skipped('clients were not imitated');

const headersOf = (look: HttpLook | undefined): HeaderLines =>
  look === undefined ? [] : (seenValue(look.response)?.headers ?? []);

const RECOMMENDED: Readonly<Record<string, readonly string[]>> = {
  'Access-Control-Allow-Methods': ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'],
  'Access-Control-Allow-Headers': ['X-Requested-With', 'Content-Type', 'Authorization'],
};

/** "no Access-Control-Allow-Headers", "Access-Control-Allow-Methods without PUT and DELETE" */
const missingIn = (headers: HeaderLines): readonly string[] =>
  Object.entries(RECOMMENDED).flatMap(([name, wanted]) => {
    const values = headerValues(headers, name);
    if (values.length === 0) return [`no ${name}`];
    const allowed = values.flatMap((value) => value.split(',')).map((value) => value.trim().toLowerCase());
    const missing = wanted.filter((value) => !allowed.includes(value.toLowerCase()));
    return missing.length === 0 ? [] : [`${name} without ${listWords(missing)}`];
  });
