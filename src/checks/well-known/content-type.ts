import { headerValues, mediaType } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { finalResponse, whereServerFileDelegates } from '../verdicts/where-server-file.js';
import { contentTypeWords } from '../words/content-type-words.js';

export const contentType = {
  id: 'well-known/content-type',
  title: 'The well-known file is labelled as JSON',
  failureTitle: '{url} has {found}',
  level: 'SHOULD',
  severity: 'notice',
  affects: 'servers',
  spec: links.wellKnownServer,
  why: 'The file should have the Content-Type application/json. Homeservers read it whatever the label, so nothing is broken.',
  fix: 'Label {url} as application/json, once. A second line with another type is as bad as a wrong one.',
  recipe: 'content-type',
  evaluate: whereServerFileDelegates((_reading, { deciding, file }) => {
    const response = finalResponse(deciding);
    if (response === undefined) return [notTested(`the header of ${file.url} is not known`)];
    const values = headerValues(response.headers, 'content-type');
    if (values.length === 1 && mediaType(response.headers) === 'application/json') return [pass()];
    const found = contentTypeWords(values);
    return [
      fail({
        values: { url: file.url, found },
        evidence: [{ label: file.url, value: found }],
        at: deciding.fetch.hops.at(-1) ?? null,
      }),
    ];
  }),
} as const satisfies Check;
