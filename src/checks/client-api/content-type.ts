import { headerValues, mediaType } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereVersionsListed } from '../verdicts/where-versions-listed.js';
import { contentTypeWords } from '../words/content-type-words.js';
import { placeOf } from '../words/place.js';

export const contentType = {
  id: 'client-api/content-type',
  title: 'The answers of the homeserver are labelled as JSON',
  failureTitle: 'The versions of the homeserver have {found}',
  level: 'MUST',
  severity: 'warning',
  affects: 'clients',
  spec: links.clientApiStandards,
  why: 'Everything in this API has Content-Type: application/json, once. That it is otherwise shows that something in front of {host} changes the headers, or that a file answers in place of the homeserver.',
  fix: 'Pass the headers of the homeserver on as they are, and do not serve this path from a file.',
  recipe: 'homeserver-proxy',
  evaluate: whereVersionsListed(({ response, look }) => {
    const values = headerValues(response.headers, 'content-type');
    if (values.length === 1 && mediaType(response.headers) === 'application/json') return [pass()];
    const found = contentTypeWords(values);
    return [
      fail({
        values: { found, host: look.destination.host },
        evidence: [{ label: placeOf(look), value: found }],
        at: look,
      }),
    ];
  }),
} as const satisfies Check;
