import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereRtcTransports } from '../verdicts/where-rtc.js';

export const endpointAnswered = {
  id: 'calls/endpoint-answered',
  title: 'The homeserver says whether it tells clients how calls are carried',
  failureTitle: 'Clients cannot read how calls are carried: {url} is answered with {found}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.rtcTransports,
  why: 'Element X asks the homeserver first and looks into the client file only at 404 M_UNRECOGNIZED. At this answer it does not, although the file names {services}, and there are no calls.',
  fix: 'Forward everything below /_matrix/client to the homeserver: one that knows the endpoint answers it, others say 404 M_UNRECOGNIZED by themselves.',
  recipe: 'homeserver-proxy',
  evaluate: whereRtcTransports(({ state, look, answer }, services) => {
    if (state !== 'broken') return [pass()];
    return [
      fail({
        values: { url: look.url, found: answer.words, services },
        evidence: [{ label: look.url, value: answer.words }],
        at: look,
      }),
    ];
  }),
} as const satisfies Check;
