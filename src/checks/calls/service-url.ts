import { quoted } from '../../facts/words/quoted.js';
import { shownUrl } from '../../facts/words/shown-url.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { rtcServiceUrlFault } from '../readings/rtc-service-reading.js';
import { fail, pass } from '../verdict.js';
import { whereRtcServices } from '../verdicts/where-rtc.js';

export const serviceUrl = {
  id: 'calls/service-url',
  title: 'The address of the service for calls is one that clients can append to',
  failureTitle: 'The address of the service for calls, {url}, does not work: {found}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.liveKitTransport,
  why: 'Clients append /sfu/get or /get_token to livekit_service_url, letter by letter, and ask there for a token. With this address they get none, so that the call screen opens and joining fails.',
  fix: 'Write the https address of the service that hands out the tokens (lk-jwt-service), without a slash at the end, as livekit_service_url in {where}: {right}. The address of LiveKit itself (wss://) belongs into the settings of that service.',
  evaluate: whereRtcServices(({ serviceUrl: written, namedBy }) => {
    const found = rtcServiceUrlFault(written);
    const url = shownUrl(written);
    if (found === null) return pass(url);
    return fail({
      subject: url,
      values: {
        url: quoted(url),
        found,
        right: rightUrl(written, url),
        where: namedBy === 'file' ? 'the client file' : 'the settings of the homeserver',
      },
      evidence: [{ label: 'livekit_service_url', value: `${url}: ${found}` }],
    });
  }),
} as const satisfies Check;

/** Where nothing but the end or the scheme is wrong, the rest is right. */
const rightUrl = (written: string, shown: string): string =>
  /^https?:\/\/[^?#\s]+$/iu.test(written)
    ? shown.replace(/^http:/iu, 'https:').replace(/\/+$/u, '')
    : 'https://matrixrtc.example.com/livekit/jwt, for example';
