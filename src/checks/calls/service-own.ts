import { shownUrl } from '../../facts/words/shown-url.js';
import { links } from '../../spec/links.js';
import { readRtcServiceUrl } from '../../spec/rtc-service-url.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereRtcServices } from '../verdicts/where-rtc.js';
import { hostnameOf } from '../words/server-name-of.js';

export const serviceOwn = {
  id: 'calls/service-own',
  title: 'The service for calls belongs to the domain of the server',
  failureTitle: 'The service for calls is under another domain than the server: {host}',
  level: 'advice',
  severity: 'info',
  affects: 'readers',
  spec: links.liveKitTransport,
  why: 'Calls of {name} depend on a service that others may run, who see who calls whom and may switch it off. That is fine where it is agreed.',
  fix: 'Nothing, if it is meant so. Else name a service of your own as livekit_service_url.',
  evaluate: whereRtcServices(({ serviceUrl }, facts) => {
    const at = readRtcServiceUrl(serviceUrl);
    const url = shownUrl(serviceUrl);
    const name = hostnameOf(facts);
    if (at.kind === 'invalid' || domainOf(at.host) === domainOf(name)) return pass(url);
    return fail({
      subject: url,
      values: { host: at.host, name },
      evidence: [{ label: 'livekit_service_url', value: url }],
    });
  }),
} as const satisfies Check;

/** The last two labels: without a list of public suffixes, enough for information. */
const domainOf = (host: string): string => host.toLowerCase().replace(/\.$/u, '').split('.').slice(-2).join('.');
