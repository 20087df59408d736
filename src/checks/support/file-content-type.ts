import { headerValues, mediaType } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereSupportFileFound } from '../verdicts/where-support-file-found.js';
import { contentTypeWords } from '../words/content-type-words.js';

export const fileContentType = {
  id: 'support/file-content-type',
  title: 'The support file is labelled as JSON',
  failureTitle: 'The support file has {found}',
  level: 'MUST',
  severity: 'notice',
  affects: 'readers',
  spec: links.clientApiStandards,
  why: 'The specification demands Content-Type: application/json, once. Most programs read the file all the same.',
  fix: 'Label it as application/json.',
  recipe: 'content-type',
  evaluate: whereSupportFileFound(({ file, reading, response, fetches }) => {
    if (reading.kind === 'invalid-json') return [notTested('the support file is not JSON')];
    const values = headerValues(response.headers, 'content-type');
    if (values.length === 1 && mediaType(response.headers) === 'application/json') return [pass()];
    const found = contentTypeWords(values);
    return [
      fail({ values: { found }, evidence: [{ label: file.url, value: found }], at: fetches[0]?.hops.at(-1) ?? null }),
    ];
  }),
} as const satisfies Check;
