import type { HttpLook } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { shownUrl } from '../../facts/words/shown-url.js';
import { links } from '../../spec/links.js';
import { readRtcServiceUrl } from '../../spec/rtc-service-url.js';
import type { Check } from '../check.js';
import { readRtcService } from '../readings/rtc-service-reading.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereRtcServices } from '../verdicts/where-rtc.js';
import { connectionAdvice } from '../words/connection-advice.js';
import { placeOf } from '../words/place.js';

export const serviceReachable = {
  id: 'calls/service-reachable',
  title: 'The service for calls can be reached, with a good certificate',
  failureTitle: 'The service for calls at {url} cannot be used: {problem}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.liveKitTransport,
  why: 'Clients fetch a token there before they join a call. Without one the call screen opens and joining fails.',
  fix: '{advice}',
  usualFix:
    'Let the web server of that host answer on its port, with a certificate that clients trust, or correct livekit_service_url.',
  evaluate: whereRtcServices((service, facts) => {
    const url = shownUrl(service.serviceUrl);
    const reading = readRtcService(service, facts);
    if (reading.kind === 'answers' || reading.kind === 'wrong-answer') return pass(url);
    if (reading.kind !== 'unreachable' && reading.kind !== 'tls-fault') return notTested(`${url}: ${reading.words}`);
    const at = readRtcServiceUrl(service.serviceUrl);
    const [host, port] = at.kind === 'valid' ? [at.host, at.port] : [url, 443];
    const failure = reading.kind === 'unreachable' ? reading.failure : null;
    const advice = failure === null ? adviceWithoutFailure(reading.kind, host) : connectionAdvice(failure, host, port);
    const look = lookOf(service);
    return fail({
      subject: url,
      values: { url, problem: reading.words, advice },
      evidence: [{ label: look === undefined ? host : placeOf(look), value: reading.words }],
    });
  }),
} as const satisfies Check;

const adviceWithoutFailure = (kind: 'unreachable' | 'tls-fault', host: string): string =>
  kind === 'tls-fault'
    ? `Let the web server show a certificate for ${host} that clients trust, with the whole chain, and renew it in time.`
    : `Add an A or AAAA record for ${host}, or correct the address in livekit_service_url.`;

const lookOf = ({ answers }: Parameters<typeof readRtcService>[0]): HttpLook | undefined => {
  const seen = seenValue(answers);
  return seen === undefined ? undefined : seenValue(seen.tokenEndpoint);
};
