import { certificateFaults } from '../../facts/certificate-state.js';
import type { RtcServiceFacts } from '../../facts/client.js';
import type { Facts } from '../../facts/facts.js';
import type { Failure } from '../../facts/failure.js';
import type { HttpLook, HttpResponse } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { certificateFaultWords } from '../../facts/words/certificate-fault-words.js';
import { failureWords } from '../../facts/words/failure-words.js';
import { withoutAddressWords } from '../../facts/words/without-address-words.js';
import { readRtcServiceUrl } from '../../spec/rtc-service-url.js';
import { locationWords } from '../words/location-words.js';
import { isBlameless } from './blameless.js';

/** How far a client gets with a service that hands out tokens for calls. `words` finishes "...: the certificate of ... has expired". */
export type RtcServiceReading =
  /** The URL is none that a client can ask, or that does not work when the path is appended. */
  | { readonly kind: 'bad-url'; readonly words: string }
  /** It is no longer run for others, whatever answers there. */
  | { readonly kind: 'retired'; readonly words: string }
  /** Nothing that could be held against the server. */
  | { readonly kind: 'unseen'; readonly words: string }
  | { readonly kind: 'unreachable'; readonly words: string; readonly failure: Failure | null }
  | { readonly kind: 'tls-fault'; readonly words: string; readonly look: HttpLook }
  | { readonly kind: 'wrong-answer'; readonly words: string; readonly look: HttpLook; readonly status: number }
  | { readonly kind: 'answers'; readonly look: HttpLook; readonly response: HttpResponse };

export const readRtcService = ({ serviceUrl, answers }: RtcServiceFacts, facts: Facts): RtcServiceReading => {
  const urlFault = rtcServiceUrlFault(serviceUrl);
  if (urlFault !== null) return { kind: 'bad-url', words: urlFault };
  if (isRetired(serviceUrl)) return { kind: 'retired', words: 'it is no longer run' };
  if (answers.kind === 'skipped') return { kind: 'unseen', words: answers.because };
  if (answers.kind === 'failed') return failedReading(answers.failure, facts);
  const { addresses, tokenEndpoint } = answers.value;
  if (addresses.addresses.length === 0) {
    return { kind: 'unreachable', words: withoutAddressWords(addresses), failure: null };
  }
  if (tokenEndpoint.kind === 'failed') return failedReading(tokenEndpoint.failure, facts);
  const look = seenValue(tokenEndpoint);
  if (look === undefined) return { kind: 'unseen', words: 'it was not asked' };
  return readLook(look, facts);
};

/** The public service of matrix.org, which was switched off for others. */
const isRetired = (serviceUrl: string): boolean => {
  const reading = readRtcServiceUrl(serviceUrl);
  return reading.kind === 'valid' && reading.host.toLowerCase() === 'livekit-jwt.call.matrix.org';
};

/** What is wrong with the URL; null where clients can append their path to it. */
export const rtcServiceUrlFault = (serviceUrl: string): string | null => {
  const [, scheme = ''] = /^(wss?):/iu.exec(serviceUrl) ?? [];
  if (scheme !== '') return `it begins with ${scheme.toLowerCase()}://, which is the address of LiveKit itself`;
  const reading = readRtcServiceUrl(serviceUrl);
  if (reading.kind === 'invalid') return reading.why;
  if (/[?#]/u.test(serviceUrl)) return 'it has a query or a fragment, to which the path would be appended';
  return serviceUrl.endsWith('/') ? 'it ends in a slash, so that clients ask for a path with two' : null;
};

const failedReading = (failure: Failure, facts: Facts): RtcServiceReading => {
  const words = failureWords(failure);
  return isBlameless(failure, facts) ? { kind: 'unseen', words } : { kind: 'unreachable', words, failure };
};

const readLook = (look: HttpLook, facts: Facts): RtcServiceReading => {
  if (look.connection.kind === 'failed') return failedReading(look.connection.failure, facts);
  const [fault] = certificateFaults(look, facts.observedAt);
  if (fault !== undefined) {
    return { kind: 'tls-fault', words: certificateFaultWords(fault, look.destination.certificateName), look };
  }
  if (look.response.kind === 'failed') return failedReading(look.response.failure, facts);
  if (look.response.kind === 'skipped') return { kind: 'unseen', words: look.response.because };
  const response = look.response.value;
  const { status, headers } = response;
  if (status === 429) return { kind: 'unseen', words: 'it limits the rate of requests (429)' };
  // A GET is not what it is made for: lk-jwt-service says so, others may complain of the missing body.
  if (HEALTHY.includes(status)) return { kind: 'answers', look, response };
  const target = status >= 300 && status < 400 ? ` to ${locationWords(headers)}` : '';
  return { kind: 'wrong-answer', words: `${status}${target}`, look, status };
};

const HEALTHY = [400, 405, 415, 422];
