import { shownUrl } from '../../facts/words/shown-url.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';

export const baseUrlMatrixPath = {
  id: 'client/base-url-matrix-path',
  title: 'The base URL ends before /_matrix',
  failureTitle: 'The base URL {written} has /_matrix in it, which clients add themselves',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Clients put /_matrix/client/... behind the base URL, so they ask for {asked}, which no homeserver has.',
  fix: 'Leave out /_matrix and what follows it: "base_url": "{right}".',
  evaluate: whereBaseUrl(({ baseUrl }, { last }) => {
    if (!baseUrl.oddities.includes('matrix-path')) return [pass()];
    const written = shownUrl(baseUrl.written);
    const whole = written.trim().replace(/\/$/u, '');
    return [
      fail({
        values: {
          written,
          asked: `${whole}/_matrix/client/versions`,
          right: whole.slice(0, whole.indexOf('/_matrix')),
        },
        evidence: [{ label: last.url, value: `base URL ${written}` }],
      }),
    ];
  }),
} as const satisfies Check;
