import { seenValue } from '../../facts/observation.js';
import { shownUrl } from '../../facts/words/shown-url.js';
import { RTC_TOKEN_PATH, WEB_CLIENT_ORIGIN } from '../../spec/constants.js';
import { corsCheck } from '../../spec/cors.js';
import type { HeaderLines } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import { type PreflightReading, preflightCheck } from '../../spec/preflight.js';
import type { Check } from '../check.js';
import { corsWords } from '../readings/browser-block.js';
import { readRtcService } from '../readings/rtc-service-reading.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereRtcServices } from '../verdicts/where-rtc.js';
import { placeOf } from '../words/place.js';

export const serviceReadable = {
  id: 'calls/service-readable',
  title: 'Web clients may ask the service for calls',
  failureTitle: 'Web clients may not ask the service for calls at {url}: {problem}',
  level: 'advice',
  severity: 'warning',
  affects: 'browsers',
  spec: links.fetchCors,
  why: 'Element Call runs in a browser, within Element X too. The browser asks with OPTIONS before it sends the request for a token, and does not send it at this answer, so that joining a call fails.',
  fix: 'lk-jwt-service sends the CORS headers itself, so add none in the proxy, and let OPTIONS requests for {path} through to it without a redirect or a password.',
  recipe: 'rtc-service',
  evaluate: whereRtcServices((service, facts) => {
    const url = shownUrl(service.serviceUrl);
    const reading = readRtcService(service, facts);
    if (reading.kind === 'wrong-answer') return notTested(`no token service answers at ${url}`);
    if (reading.kind !== 'answers') return notTested(`${url}: ${reading.words}`);
    const answers = seenValue(service.answers);
    const preflight = answers === undefined ? undefined : seenValue(answers.tokenPreflight);
    const answer = preflight === undefined ? undefined : seenValue(preflight.response);
    if (preflight === undefined || answer === undefined) return notTested(`${url}: OPTIONS has no answer`);
    const problem = preflightProblem(answer.status, answer.headers) ?? doubledProblem(reading.response.headers);
    if (problem === null) return pass(url);
    return fail({
      subject: url,
      values: { url, problem, path: RTC_TOKEN_PATH },
      evidence: [{ label: `${preflight.url} at ${placeOf(preflight)}`, value: problem }],
      at: preflight,
    });
  }),
} as const satisfies Check;

const preflightProblem = (status: number, headers: HeaderLines): string | null => {
  const asked = { origin: WEB_CLIENT_ORIGIN, method: 'POST', headers: [['Content-Type', 'application/json']] } as const;
  const reading = preflightCheck({ status, headers }, asked);
  return reading.kind === 'allowed' ? null : `OPTIONS is answered with ${refusalWords(reading, status, headers)}`;
};

const refusalWords = (
  { fault, missing }: Extract<PreflightReading, { kind: 'refused' }>,
  status: number,
  headers: HeaderLines,
): string => {
  switch (fault) {
    case 'redirect':
    case 'status':
      return `${status}`;
    case 'method':
    case 'headers':
      return `${status}, which does not allow ${missing.join(', ')}`;
    case 'unreadable-list':
      return `${status} and an unreadable ${missing.join(', ')}`;
    default:
      return `${status} and ${corsWords(corsCheck(headers, WEB_CLIENT_ORIGIN))}`;
  }
};

/** A missing header on this answer says nothing of the one to POST; a doubled one does. */
const doubledProblem = (headers: HeaderLines): string | null => {
  const reading = corsCheck(headers, WEB_CLIENT_ORIGIN);
  const isDoubled =
    reading.kind === 'blocked' && (reading.fault === 'several-lines' || reading.fault === 'several-values');
  return isDoubled ? `it answers with ${corsWords(reading)}` : null;
};
