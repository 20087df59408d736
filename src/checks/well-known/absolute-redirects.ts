import type { HttpLook } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { quoted } from '../../facts/words/quoted.js';
import { headerValues } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereServerFileDelegates } from '../verdicts/where-server-file.js';

export const absoluteRedirects = {
  id: 'well-known/absolute-redirects',
  title: 'Redirects after a change of host name the host',
  failureTitle: '{from} redirects to {location}, without saying on which host',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.rfc9110Redirects,
  why: 'The redirect came after one from {host} to another host. Synapse reads such a short form against the first host, everybody else against the last one, so they end up at different places.',
  fix: 'Send the whole URL in the Location header, or answer {url} with the file itself.',
  recipe: 'no-redirect',
  evaluate: whereServerFileDelegates((_reading, { deciding, file }) => {
    const relative = deciding.fetch.hops.flatMap((hop) => {
      const location = locationOf(hop);
      return hop.destination.host !== file.host.host && location !== undefined && !/^(https?:)?\/\//i.test(location)
        ? [{ from: hop.url, location }]
        : [];
    });
    const [first] = relative;
    if (first === undefined) return [pass()];
    return [
      fail({
        values: { url: file.url, host: file.host.host, from: first.from, location: quoted(first.location) },
        evidence: relative.map(({ from, location }) => ({ label: from, value: `Location: ${location}` })),
        at: deciding.fetch.hops[0] ?? null,
      }),
    ];
  }),
} as const satisfies Check;

const locationOf = (hop: HttpLook): string | undefined => {
  const response = seenValue(hop.response);
  return response !== undefined && response.status >= 300 && response.status < 400
    ? headerValues(response.headers, 'location')[0]
    : undefined;
};
