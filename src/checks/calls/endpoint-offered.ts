import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereRtcTransports } from '../verdicts/where-rtc.js';

export const endpointOffered = {
  id: 'calls/endpoint-offered',
  title: 'The homeserver itself tells clients how calls are carried',
  failureTitle: 'The service for calls stands in the client file only',
  level: 'advice',
  severity: 'notice',
  affects: 'clients',
  spec: links.rtcTransports,
  why: 'Newest Element Call asks the homeserver alone and no longer reads the client file ("MISSING_MATRIX_RTC_TRANSPORT"). Element X and older versions find {services} there.',
  fix: 'Name it in the settings of the homeserver as well, and keep it in the client file for older clients. Synapse: experimental_features: msc4143_enabled: true, and matrix_rtc.transports. Not every homeserver can.',
  evaluate: whereRtcTransports(({ state, look, answer }, services) => {
    if (state === 'broken' || state === 'empty') return [notTested(`${look.url}: ${answer.words}`)];
    if (state === 'offered') return [pass()];
    return [fail({ values: { services }, evidence: [{ label: look.url, value: answer.words }] })];
  }),
} as const satisfies Check;
