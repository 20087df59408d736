import { seenValue } from '../../facts/observation.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { sessionBarrier } from '../readings/barriers.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { whereEndpoints } from '../verdicts/where-endpoints.js';
import { placeOf } from '../words/place.js';

export const newestVersion = {
  id: 'tls/newest-version',
  title: 'The homeserver offers TLS 1.3',
  failureTitle: '{host} offers no TLS 1.3 at {where}',
  level: 'advice',
  severity: 'info',
  affects: 'servers',
  spec: links.rfc8446,
  why: 'TLS 1.2 is enough for every homeserver. TLS 1.3 saves a round trip for each new connection, of which federation makes many.',
  fix: 'Allow it beside TLS 1.2; it needs OpenSSL 1.1.1 or newer.',
  recipe: 'tls-versions',
  evaluate: whereEndpoints(sessionBarrier, (endpoints) => [
    sharedVerdict(
      endpoints,
      placeOf,
      ({ version, destination }) => {
        const session = seenValue(version.connection);
        return session === undefined || session.protocol === 'TLSv1.3'
          ? null
          : { values: { host: destination.host }, seen: `${session.protocol}, ${session.cipher}`, at: version };
      },
      ({ version }) => seenValue(version.connection)?.protocol ?? 'no session',
    ),
  ]),
} as const satisfies Check;
