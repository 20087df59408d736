import { bodyText } from '../../facts/body-text.js';
import { seenValue } from '../../facts/observation.js';
import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import { type StrictFault, strictClientFileFaults } from '../../spec/strict-client-file.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';

export const strictReading = {
  id: 'client/strict-reading',
  title: 'Strict clients accept the client file',
  failureTitle: 'Element X and other strict clients refuse the client file: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'strict-clients',
  spec: links.wellKnownClient,
  why: 'Element X, and whatever else is built on Ruma, takes the file as a whole or not at all: one fault in it, or one member that it knows and cannot read, is enough. It then takes {host} for the homeserver, and gives up where none answers. Browsers forgive this, so Element Web works all the same.',
  fix: 'In {url}: {advice}.',
  evaluate: whereBaseUrl((_reading, { last, response, progress }) => {
    const body = seenValue(response.body);
    if (body === undefined) return [notTested('the client file did not arrive whole')];
    const faults = strictClientFileFaults(bodyText(body));
    if (faults.length === 0) return [pass()];
    return [
      fail({
        values: {
          problem: listWords(faults.map(({ message }) => message)),
          host: progress.file.host.host,
          url: last.url,
          advice: `${[...new Set(faults.map(adviceOn))].join('; ')}${faults.some(isUnfilled) ? UNFILLED : ''}`,
        },
        evidence: faults.map(({ message }) => ({ label: last.url, value: message })),
        at: last,
      }),
    ];
  }),
} as const satisfies Check;

/** What is there, but is not what it should be. */
const isUnfilled = ({ kind, member }: StrictFault): boolean =>
  !['encoding', 'twice', 'two-names'].includes(kind) && member !== 'm.homeserver';

const UNFILLED = ' (a template that was not filled in is the usual cause)';

const adviceOn = ({ kind, member }: StrictFault): string => {
  switch (kind) {
    case 'encoding':
      return 'save the file as UTF-8 without a byte order mark (BOM)';
    case 'twice':
      return `keep ${member} once`;
    case 'two-names':
      return `keep ${member} under one of its names`;
    default:
      return member === 'm.homeserver' ? 'mend m.homeserver' : `complete ${member}, or delete it`;
  }
};
