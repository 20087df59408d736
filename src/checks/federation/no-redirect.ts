import { quoted } from '../../facts/words/quoted.js';
import { shownUrl } from '../../facts/words/shown-url.js';
import { headerValues } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { answerBarrier } from '../readings/barriers.js';
import { readVersionAnswer } from '../readings/version-reading.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { whereEndpoints } from '../verdicts/where-endpoints.js';
import { placeOf } from '../words/place.js';

export const noRedirect = {
  id: 'federation/no-redirect',
  title: 'Federation requests are answered, not redirected',
  failureTitle: 'The answer to federation requests at {where} is a redirect ({status}) to {location}',
  level: 'advice',
  severity: 'error',
  affects: 'servers',
  spec: links.federationVersion,
  why: 'Homeservers do not follow redirects there: requests are signed for one place. To them this is an error.',
  fix: 'Forward /_matrix to the homeserver before any redirect applies. To move federation to another host, change m.server in the well-known file instead.',
  recipe: 'homeserver-proxy',
  evaluate: whereEndpoints(answerBarrier, (endpoints, _federation, facts) => [
    sharedVerdict(endpoints, placeOf, (endpoint) => {
      const reading = readVersionAnswer(endpoint, facts);
      if (reading.kind !== 'other-status' || !isRedirect(reading.response.status)) return null;
      const { status, headers } = reading.response;
      const location = headerValues(headers, 'location')[0];
      const words = location === undefined ? 'nowhere' : quoted(shownUrl(location));
      return {
        values: { status: `${status}`, location: words },
        seen: `${status}, Location: ${location === undefined ? 'none' : shownUrl(location)}`,
        at: endpoint.version,
      };
    }),
  ]),
} as const satisfies Check;

const isRedirect = (status: number): boolean => status >= 300 && status < 400;
