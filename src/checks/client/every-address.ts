import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { stageOf } from '../readings/client-file-stages.js';
import { notTested, pass } from '../verdict.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { whereClientSeen } from '../verdicts/where-client-seen.js';
import { clientFileWords, fetchPlace } from '../words/client-file-words.js';

export const everyAddress = {
  id: 'client/every-address',
  title: 'Every address of the host of the client file takes connections',
  failureTitle: 'The client file of {host} cannot be fetched at {where}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Other addresses of {host} answer, but clients in some networks only try this one, and the others wait for it first.',
  fix: 'Let the web server listen on that address too and open TCP port 443 for it, or remove its record from DNS.',
  recipe: 'both-families',
  evaluate: whereClientSeen((_client, { file, counted, unseen, because }, facts) => {
    const isDead = (fetched: (typeof counted)[number]): boolean => stageOf(fetched, facts) === 'connection';
    if (counted.every(isDead)) return [notTested(because)];
    if (unseen.length > 0 && !counted.some(isDead)) return unseen.map(notTested);
    if (counted.length === 1) return [pass()];
    const alive = counted.find((fetched) => !isDead(fetched))?.fetch.hops[0] ?? null;
    return [
      sharedVerdict(
        counted,
        ({ fetch }) => fetchPlace(fetch),
        (fetched) =>
          isDead(fetched) ? { values: { host: file.host.host }, seen: clientFileWords(fetched), at: alive } : null,
      ),
      ...unseen.map(notTested),
    ];
  }),
} as const satisfies Check;
