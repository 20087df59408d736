import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fetchProblem } from '../readings/fetch-problem.js';
import { finalResponse } from '../readings/final-response.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereSupportFile } from '../verdicts/where-support-file.js';

export const fileFound = {
  id: 'support/file-found',
  title: 'The server tells how to reach its administrators',
  failureTitle: 'The server does not tell how to reach its administrators',
  level: 'advice',
  severity: 'info',
  affects: 'readers',
  spec: links.wellKnownSupport,
  why: '{url} is not there (404), which is allowed. With it, people who are locked out and administrators of other servers who see abuse find somebody to write to.',
  fix: 'Serve there, if you like: {"contacts":[{"role":"m.role.admin","email_address":"admin@{host}"}]}',
  evaluate: whereSupportFile(({ file, fetches }, facts) => {
    if (fetches.some((fetch) => finalResponse(fetch)?.status === 200)) return [pass()];
    const missing = fetches.find((fetch) => finalResponse(fetch)?.status === 404);
    if (missing === undefined) {
      const [first] = fetches;
      return [notTested((first && fetchProblem(first, facts)) ?? 'the support file cannot be fetched')];
    }
    return [fail({ values: { url: file.url, host: file.host.host }, evidence: [{ label: file.url, value: '404' }] })];
  }),
} as const satisfies Check;
