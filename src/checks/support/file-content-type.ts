import { headerValues, mediaType } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereSupportFileFound } from '../verdicts/where-support-file-found.js';
import { contentTypeWords } from '../words/content-type-words.js';
import { webServerLines } from '../words/web-server-lines.js';

export const fileContentType = {
  id: 'support/file-content-type',
  title: 'The support file is labelled as JSON',
  failureTitle: 'The support file has {found}',
  level: 'MUST',
  severity: 'notice',
  spec: links.clientApiStandards,
  why: 'The specification demands Content-Type: application/json, once. Most programs read the file all the same.',
  fix: `Label it as application/json.${webServerLines({
    nginx: 'default_type application/json; in the location of the file (not add_header Content-Type)',
    apache: 'ForceType application/json in the <Location> of the file',
    caddy: 'header /.well-known/matrix/support Content-Type application/json',
  })}`,
  evaluate: whereSupportFileFound(({ file, reading, response }) => {
    if (reading.kind === 'invalid-json') return [notTested('the support file is not JSON')];
    const values = headerValues(response.headers, 'content-type');
    if (values.length === 1 && mediaType(response.headers) === 'application/json') return [pass()];
    const found = contentTypeWords(values);
    return [fail({ values: { found }, evidence: [{ label: file.url, value: found }] })];
  }),
} as const satisfies Check;
