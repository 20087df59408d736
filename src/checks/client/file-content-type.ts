import { headerValues, mediaType } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereClientFileMembers } from '../verdicts/where-client-file-found.js';
import { contentTypeWords } from '../words/content-type-words.js';

export const fileContentType = {
  id: 'client/file-content-type',
  title: 'The client file is labelled as JSON',
  failureTitle: 'The client file has {found}',
  level: 'MUST',
  severity: 'warning',
  affects: 'clients',
  spec: links.clientApiStandards,
  why: 'The specification demands Content-Type: application/json, once. The clients of today read the file all the same; stricter ones, proxies and content filters may not.',
  fix: 'Label it as application/json.',
  recipe: 'content-type',
  evaluate: whereClientFileMembers((_members, { last, response }) => {
    const values = headerValues(response.headers, 'content-type');
    if (values.length === 1 && mediaType(response.headers) === 'application/json') return [pass()];
    const found = contentTypeWords(values);
    return [fail({ values: { found }, evidence: [{ label: last.url, value: found }], at: last })];
  }),
} as const satisfies Check;
