import { type HeaderLines, headerValues } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { listWords } from '../list-words.js';
import { placeOf } from '../place.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereHomeserver } from '../where-homeserver.js';

export const recommendedHeaders = {
  id: 'cors/recommended-headers',
  title: 'The homeserver answers with all CORS headers that the specification recommends',
  failureTitle: 'The homeserver does not send all CORS headers that the specification recommends: {missing}',
  level: 'SHOULD',
  severity: 'notice',
  spec: links.cors,
  why: 'Browsers need these only in the answer to the question (OPTIONS) that goes before a request with a token. That they are missing here shows that something in front of {host} rewrites the headers, or that the homeserver is not a usual one.',
  fix: 'Pass the headers of the homeserver on as they are. Else send: Access-Control-Allow-Methods: GET, POST, PUT, DELETE, OPTIONS and Access-Control-Allow-Headers: X-Requested-With, Content-Type, Authorization.',
  evaluate: whereHomeserver(({ versions, host }) => {
    const answered = versions.counted.flatMap(({ look, response }) =>
      response?.status === 200 ? [{ look, missing: missingIn(response.headers) }] : [],
    );
    if (answered.length === 0) return [notTested(versions.because)];
    const lacking = answered.filter(({ missing }) => missing.length > 0);
    const [first] = lacking;
    if (first === undefined) return [pass()];
    return [
      fail({
        values: { host, missing: listWords(first.missing) },
        evidence: lacking.map(({ look, missing }) => ({
          label: placeOf(look),
          value: `not allowed: ${listWords(missing)}`,
        })),
      }),
    ];
  }),
} as const satisfies Check;

const RECOMMENDED: Readonly<Record<string, readonly string[]>> = {
  'Access-Control-Allow-Methods': ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'],
  'Access-Control-Allow-Headers': ['X-Requested-With', 'Content-Type', 'Authorization'],
};

const missingIn = (headers: HeaderLines): readonly string[] =>
  Object.entries(RECOMMENDED).flatMap(([name, wanted]) => {
    const allowed = headerValues(headers, name)
      .flatMap((value) => value.split(','))
      .map((value) => value.trim().toLowerCase());
    return wanted.filter((value) => !allowed.includes(value.toLowerCase()));
  });
