import { serverFileWords } from '../../facts/words/server-file-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { notApplicable, notTested } from '../verdict.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { fetchPlace, whereServerFile } from '../verdicts/where-server-file.js';

export const everyAddress = {
  id: 'well-known/every-address',
  title: 'Every address of the name serves the well-known file',
  failureTitle: 'The well-known file of {host} cannot be fetched at {where}',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.resolution,
  why: 'Other addresses of {host} serve the file, but a server that picks this one waits, or takes the file for missing and remembers that for an hour or longer.',
  fix: 'Let the web server listen on that address too and open TCP port 443 for it, or remove its record from DNS.',
  recipe: 'both-families',
  evaluate: whereServerFile(({ file, fetches, deciding, unseen }, facts) => {
    const dead = fetches.filter(({ state }) => state === 'unreachable');
    if (dead.length === fetches.length) return [notApplicable(`no address of ${file.host.host} serves the file`)];
    if (dead.length === 0 && unseen.length > 0) return unseen.map(notTested);
    return [
      sharedVerdict(fetches, fetchPlace, (fetched) =>
        fetched.state === 'unreachable'
          ? {
              values: { host: file.host.host },
              seen: serverFileWords(fetched, facts.observedAt),
              at: deciding.fetch.hops[0] ?? null,
            }
          : null,
      ),
      ...unseen.map(notTested),
    ];
  }),
} as const satisfies Check;
