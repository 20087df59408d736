import { shownUrl } from '../../facts/words/shown-url.js';
import { RTC_TOKEN_PATH } from '../../spec/constants.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { readRtcService } from '../readings/rtc-service-reading.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereRtcServices } from '../verdicts/where-rtc.js';
import { placeOf } from '../words/place.js';

export const serviceAnswers = {
  id: 'calls/service-answers',
  title: 'What answers at the service for calls hands out tokens',
  failureTitle: 'No token service for calls answers at {url}: {path} is answered with {found}, not with 405',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.liveKitTransport,
  why: 'lk-jwt-service answers a GET with 405, since a token is asked for by POST. Another answer comes from something else, a web server without that rule or LiveKit itself, so that joining a call fails.',
  fix: 'Forward {url} to lk-jwt-service and take the prefix away there, so that it sees {path} alone, and see that it runs: its path /healthz answers 200.',
  recipe: 'rtc-service',
  evaluate: whereRtcServices((service, facts) => {
    const url = shownUrl(service.serviceUrl);
    const reading = readRtcService(service, facts);
    if (reading.kind === 'answers') return pass(url);
    if (reading.kind !== 'wrong-answer') return notTested(`${url}: ${reading.words}`);
    return fail({
      subject: url,
      values: { url, found: reading.words, path: RTC_TOKEN_PATH },
      evidence: [{ label: `${reading.look.url} at ${placeOf(reading.look)}`, value: reading.words }],
      at: reading.look,
    });
  }),
} as const satisfies Check;
