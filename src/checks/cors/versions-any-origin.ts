import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { versionsCors } from '../verdicts/cors-verdicts.js';

export const versionsAnyOrigin = {
  id: 'cors/versions-any-origin',
  title: 'Web clients may use the homeserver, wherever they come from',
  failureTitle: 'Web clients may not use the homeserver: Access-Control-Allow-Origin {says}',
  level: 'SHOULD',
  severity: 'error',
  affects: 'browsers',
  spec: links.cors,
  why: 'Element at https://app.element.io was asking {url} here, and its browser compares letter by letter. Element Desktop, Cinny and others have yet other origins.',
  fix: 'Allow every origin: access is guarded by tokens, not by this header. The homeserver sends the star itself, so delete what replaces it in the proxy in front of {host}.',
  recipe: 'homeserver-cors',
  evaluate: versionsCors((fault) => fault === 'other-origin'),
} as const satisfies Check;
