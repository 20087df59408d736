import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { corsHop } from '../readings/browser-block.js';
import { otherOriginsVerdict } from '../verdicts/other-origins-verdict.js';
import { whereWebClientsRead } from '../verdicts/where-web-clients-read.js';

export const versionsOtherOrigins = {
  id: 'cors/versions-other-origins',
  title: 'Other web clients than app.element.io may use the homeserver too',
  failureTitle: 'The homeserver may be used by app.element.io, but not by {refused}',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'browsers',
  spec: links.cors,
  why: 'The header names the origins that are allowed, or is sent to these only. Everybody who uses a web client of another origin cannot sign in, Element Desktop and the desktop applications of other clients among them.',
  fix: 'Allow every origin: access is guarded by tokens, not by this header. The homeserver sends the star itself, so delete the list in the proxy in front of {host}.',
  recipe: 'homeserver-cors',
  evaluate: whereWebClientsRead(({ api, homeserver }) => {
    const asked = api.versionsForOthers.flatMap(({ origin, look }) => {
      if (origin === null) return [];
      const hop = corsHop(look, origin);
      return [{ origin, hops: hop === null ? [] : [hop] }];
    });
    return [otherOriginsVerdict(asked, { host: homeserver.host })];
  }),
} as const satisfies Check;
