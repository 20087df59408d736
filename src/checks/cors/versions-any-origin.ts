import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { versionsCors } from '../verdicts/cors-verdicts.js';
import { webServerLines } from '../words/web-server-lines.js';

export const versionsAnyOrigin = {
  id: 'cors/versions-any-origin',
  title: 'The homeserver may be used by every web client',
  failureTitle: 'The homeserver may be used by pages of {found} only',
  level: 'SHOULD',
  severity: 'error',
  affects: 'browsers',
  spec: links.cors,
  why: 'Element at app.element.io was asking {url} here, and its browser compares letter by letter. Element Desktop, Cinny and others have yet other origins.',
  fix: `Allow every origin: access is guarded by tokens, not by this header. The homeserver sends the star itself, so take out what replaces it in the proxy in front of {host}.${webServerLines(
    {
      nginx: 'delete the add_header and proxy_hide_header lines for Access-Control-Allow-Origin',
      apache: 'delete the Header lines for Access-Control-Allow-Origin',
      caddy: 'delete the header and header_down lines for Access-Control-Allow-Origin',
    },
  )}`,
  evaluate: versionsCors((fault) => fault === 'other-origin'),
} as const satisfies Check;
