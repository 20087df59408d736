import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereServerFileDelegates } from '../verdicts/where-server-file.js';

/** Tuwunel, conduwuit and Continuwuity follow four. */
const MOST_REDIRECTS = 4;

export const fewRedirects = {
  id: 'well-known/few-redirects',
  title: 'The well-known file is at most four redirects away',
  failureTitle: '{url} takes {count} redirects to reach the file',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.wellKnownServer,
  why: 'Synapse follows 20 redirects, Dendrite 10, but Continuwuity, Tuwunel and conduwuit only 4: for them there is no file, and they go on with SRV records and port 8448 of {host}.',
  fix: 'Answer {url} with the file itself, or redirect it once to its final URL, {last}.',
  recipe: 'no-redirect',
  evaluate: whereServerFileDelegates((_reading, { deciding, file }) => {
    // A hop with a dead address is looked at more than once.
    const urls = [...new Set(deciding.fetch.hops.map(({ url }) => url))];
    const count = urls.length - 1;
    const evidence = [{ label: `${count} redirects`, value: urls.join(' -> ') }];
    if (count <= MOST_REDIRECTS) return [pass(null, count === 0 ? [] : evidence)];
    return [
      fail({
        values: { url: file.url, host: file.host.host, count: `${count}`, last: urls.at(-1) ?? file.url },
        evidence,
        at: deciding.fetch.hops[0] ?? null,
      }),
    ];
  }),
} as const satisfies Check;
