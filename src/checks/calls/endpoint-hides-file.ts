import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereRtcTransports } from '../verdicts/where-rtc.js';

export const endpointHidesFile = {
  id: 'calls/endpoint-hides-file',
  title: 'The homeserver does not hide the service for calls that the client file names',
  failureTitle: 'The homeserver says that it has no service for calls, which hides the one in the client file',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.rtcTransports,
  why: 'Clients ask {url} first and look into the client file only where the homeserver does not know that request. It does, and lists nothing, so that {services} is never found and there are no calls.',
  fix: 'Name {services} in the settings of the homeserver as well, as a transport for MatrixRTC (Synapse: matrix_rtc.transports. Tuwunel: rtc_transports), or switch the endpoint off there.',
  evaluate: whereRtcTransports(({ state, look, answer }, services) => {
    if (state === 'broken') return [notTested(`${look.url}: ${answer.words}`)];
    if (state !== 'empty') return [pass()];
    return [
      fail({
        values: { url: look.url, services },
        evidence: [{ label: look.url, value: `${answer.words} without a transport` }],
      }),
    ];
  }),
} as const satisfies Check;
