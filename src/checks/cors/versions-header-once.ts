import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFileDoubledAt } from '../readings/client-file-doubled-at.js';
import { homeserverSoftware } from '../readings/homeserver-software.js';
import { notTested } from '../verdict.js';
import { doubledVerdict, versionsHops } from '../verdicts/cors-verdicts.js';
import { whereHomeserver } from '../verdicts/where-homeserver.js';

export const versionsHeaderOnce = {
  id: 'cors/versions-header-once',
  title: 'The homeserver answers with one Access-Control-Allow-Origin at most',
  failureTitle:
    'The homeserver answers with Access-Control-Allow-Origin more than once ({found}), so browsers refuse it',
  level: 'MUST',
  severity: 'error',
  affects: 'browsers',
  spec: links.fetchCorsCheck,
  why: 'Browsers accept one value only: "*, *" is as bad as none, though each "*" is right. Two add it, most likely: {sources}. Element Web and Desktop cannot use {url}, while apps on phones work.',
  fix: "Delete the line that adds it in the web server in front of the homeserver at {host}: the homeserver's own header is enough.",
  recipe: 'homeserver-cors',
  evaluate: whereHomeserver(({ versions, host }, facts) => {
    const hops = versionsHops(versions);
    if (hops.length === 0) return [notTested(versions.because)];
    // The same line of the same web server doubles both.
    const url = clientFileDoubledAt(host, facts);
    const verdict = doubledVerdict(hops, homeserverSoftware(facts), { host });
    return [
      verdict.outcome === 'fail' && url !== null
        ? notTested(`${url} is doubled by the same web server, and what mends that mends this, most likely`)
        : verdict,
    ];
  }),
} as const satisfies Check;
