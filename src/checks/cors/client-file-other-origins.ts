import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { browserBlock, corsHops } from '../readings/browser-block.js';
import { notTested } from '../verdict.js';
import { otherOriginsVerdict } from '../verdicts/other-origins-verdict.js';
import { whereClientFileFound } from '../verdicts/where-client-file-found.js';

export const clientFileOtherOrigins = {
  id: 'cors/client-file-other-origins',
  title: 'Other web clients than app.element.io may read the client file too',
  failureTitle: 'The client file may be read by app.element.io, but not by {refused}',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'browsers',
  spec: links.wellKnownUris,
  why: 'The header names the origins that are allowed, or is sent to these only. Everybody who uses a web client of another origin cannot sign in, Element Desktop and the desktop applications of other clients among them.',
  fix: 'Allow every origin, since the file is public anyway: send "Access-Control-Allow-Origin: *" with {url} in place of the list.',
  recipe: 'cors-header',
  evaluate: whereClientFileFound(({ client, fetched }) => {
    const { fileForOthers } = client;
    if (fileForOthers.kind !== 'seen') return [notTested('the file was not asked for from other origins')];
    if (browserBlock(fetched.fetch) !== null) return [notTested('app.element.io may not read it in the first place')];
    const asked = fileForOthers.value.flatMap(({ origin, fetch }) =>
      origin === null || fetch.end.kind === 'failed' ? [] : [{ origin, hops: corsHops(fetch, origin) }],
    );
    return [otherOriginsVerdict(asked)];
  }),
} as const satisfies Check;
