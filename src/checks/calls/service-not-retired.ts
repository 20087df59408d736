import { shownUrl } from '../../facts/words/shown-url.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { readRtcService } from '../readings/rtc-service-reading.js';
import { fail, pass } from '../verdict.js';
import { whereRtcServices } from '../verdicts/where-rtc.js';

export const serviceNotRetired = {
  id: 'calls/service-not-retired',
  title: 'The service for calls is one that is still run',
  failureTitle: 'The service for calls is one that is no longer run for others: {url}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.liveKitTransport,
  why: 'It was the public service of matrix.org, which many client files were copied from. It was switched off for others, so that joining a call fails.',
  fix: 'Run a LiveKit server and lk-jwt-service, and name the latter as livekit_service_url in {where}, or delete the entry.',
  evaluate: whereRtcServices((service, facts) => {
    const { serviceUrl, namedBy } = service;
    const url = shownUrl(serviceUrl);
    if (readRtcService(service, facts).kind !== 'retired') return pass(url);
    return fail({
      subject: url,
      values: { url, where: namedBy === 'file' ? 'the client file' : 'the settings of the homeserver' },
      evidence: [{ label: 'livekit_service_url', value: url }],
    });
  }),
} as const satisfies Check;
