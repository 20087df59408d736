import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { corsHops } from '../readings/browser-block.js';
import { notApplicable, notTested } from '../verdict.js';
import { corsVerdict } from '../verdicts/cors-verdicts.js';
import { stoppedBefore, whereClientSeen } from '../verdicts/where-client-seen.js';
import { namedHomeserver } from '../verdicts/where-homeserver.js';

export const notFoundReadable = {
  id: 'cors/not-found-readable',
  title: 'Web clients can see that there is no client file',
  failureTitle: 'Web clients cannot see that there is no client file: {problem}',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'browsers',
  spec: links.wellKnownUris,
  why: '404 means "there is no file, try something else". Without the CORS header the browser hides the status, and Element Web and Desktop take it for a broken server (FAIL_PROMPT) in place of going on with {host}.',
  fix: 'Publish the file, or send "Access-Control-Allow-Origin: *" with errors too: nginx and Apache leave them out without the word "always".',
  recipe: 'client-file',
  evaluate: whereClientSeen((client, progress, facts) => {
    if (progress.stoppedAt === null) return [notApplicable('there is a client file')];
    if (progress.stoppedAt !== 'presence') return [stoppedBefore(progress)];
    // Reading the 404 would be of no use: area client says that nothing is found, or that the file is in the wrong place.
    if (namedHomeserver(client, facts) === null)
      return [notTested(`${progress.file.host.host} does not answer as a homeserver`)];
    const hops = progress.counted.filter(({ status }) => status === 404).flatMap(({ fetch }) => corsHops(fetch));
    return [corsVerdict(hops, () => true, { host: progress.file.host.host })];
  }),
} as const satisfies Check;
