import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { versionsCors } from '../verdicts/cors-verdicts.js';

export const versionsHeader = {
  id: 'cors/versions-header',
  title: 'Web clients may read what the homeserver answers',
  failureTitle: 'Web clients may not read what the homeserver answers: Access-Control-Allow-Origin is {gap}',
  level: 'SHOULD',
  severity: 'error',
  affects: 'browsers',
  spec: links.cors,
  why: 'Without this header a browser lets a web client read nothing of {url}. Element Web and Desktop say that this is no valid Matrix homeserver (FAIL_ERROR), while apps on phones work.',
  fix: 'Homeservers send the header themselves, so see first whether a proxy in front of {host} removes it, or answers in place of the homeserver. If the homeserver really does not send it, add it in the proxy, for everything below /_matrix/client, errors included.',
  recipe: 'homeserver-cors',
  evaluate: versionsCors((fault) => fault === 'missing' || fault === 'empty'),
} as const satisfies Check;
