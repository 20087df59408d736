import type { Facts } from '../../facts/facts.js';
import { seenValue } from '../../facts/observation.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFileProgress } from '../readings/client-file-progress.js';
import { fetchProblem } from '../readings/fetch-problem.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereSupportFile } from '../verdicts/where-support-file.js';

export const fileFetchable = {
  id: 'support/file-fetchable',
  title: 'The support file is there (200), or clearly not there (404)',
  failureTitle: 'The support file cannot be fetched: {problem}',
  level: 'MUST',
  severity: 'warning',
  affects: 'readers',
  spec: links.wellKnownSupport,
  why: 'Whoever looks at {url} for a way to reach the administrators of {host} gets an error, and cannot tell whether there is such a file.',
  fix: 'Answer with 200 and the file, or with 404 if there is none, as for the other files below /.well-known/matrix. See the answer: curl -si {url}',
  evaluate: whereSupportFile(({ file, fetches }, facts) => {
    const unreachable = webServerUnreachable(facts);
    if (unreachable !== null) return [notTested(unreachable)];
    const problems = fetches.map((fetch) => ({ fetch, problem: fetchProblem(fetch, facts) }));
    // One good address will do: that another one is dead, or has another answer, is said of the client file.
    if (problems.some(({ problem }) => problem === null)) return [pass()];
    return [
      fail({
        values: { url: file.url, host: file.host.host, problem: problems[0]?.problem ?? 'no answer' },
        evidence: problems.map(({ fetch, problem }) => ({ label: fetch.address, value: problem ?? '' })),
      }),
    ];
  }),
} as const satisfies Check;

/** What keeps everybody from the web server of the name, which the checks of the client file say already; null where nothing does. */
const webServerUnreachable = (facts: Facts): string | null => {
  const client = seenValue(facts.client);
  if (client === undefined) return null;
  const { stoppedAt, because, fetched, file } = clientFileProgress(client.file, facts);
  if (stoppedAt === 'connection' || stoppedAt === 'handshake') return because;
  if (stoppedAt === 'status' && (fetched?.status ?? 0) >= 500) return because;
  return fetched?.tlsFault === true ? `TLS for ${file.host.host} is not in order` : null;
};
