import { seenValue } from '../../facts/observation.js';
import { failureWords } from '../../facts/words/failure-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereApi } from '../verdicts/where-api.js';
import { placeOf } from '../words/place.js';

export const tls12 = {
  id: 'client-tls/tls-1-2',
  title: 'The homeserver offers clients TLS 1.2 too',
  failureTitle: '{host} offers clients TLS 1.3 and nothing older',
  level: 'advice',
  severity: 'warning',
  affects: 'strict-clients',
  spec: links.rfc9325,
  why: 'Current browsers and most clients are fine with that. Element X on iOS from before 2026 cannot connect, nor can older systems and programs whose libraries end at TLS 1.2.',
  fix: 'Switch on TLS 1.2 beside 1.3 in the web server of {host}: with the ciphers of today it is still safe.',
  recipe: 'tls-versions',
  evaluate: whereApi(({ api, homeserver }) => {
    const { versionsByTls12, whoami } = api;
    if (versionsByTls12.kind === 'failed') return [notTested(failureWords(versionsByTls12.failure))];
    if (versionsByTls12.kind === 'skipped') {
      const spoken = seenValue(whoami.connection)?.protocol;
      return [spoken === 'TLSv1.2' ? pass() : notTested(versionsByTls12.because)];
    }
    const look = versionsByTls12.value;
    const { connection } = look;
    if (connection.kind === 'seen') return [pass()];
    if (connection.kind === 'skipped') return [notTested(connection.because)];
    if (connection.failure.reason !== 'tls-too-new') return [notTested(failureWords(connection.failure))];
    return [
      fail({
        values: { host: homeserver.host },
        evidence: [{ label: placeOf(look), value: 'refuses a client that offers TLS 1.2 and nothing newer' }],
        at: whoami,
      }),
    ];
  }),
} as const satisfies Check;
