import type { RtcServiceFacts } from '../../facts/client.js';
import type { Facts } from '../../facts/facts.js';
import { listWords } from '../../facts/words/list-words.js';
import { quoted } from '../../facts/words/quoted.js';
import { shownUrl } from '../../facts/words/shown-url.js';
import type { Check } from '../check.js';
import { liveKitOfFile, type RtcTransportsAnswer, rtcTransportsAnswer } from '../readings/rtc-reading.js';
import { notApplicable, notTested, type Verdict } from '../verdict.js';
import { whereApi } from './where-api.js';
import { whereClientSeen } from './where-client-seen.js';

/** Judges the endpoint that tells clients how calls are carried, where the client file names LiveKit services. `services`: their URLs, in words. */
export const whereRtcTransports = (
  judge: (transports: RtcTransportsAnswer, services: string) => readonly Verdict[],
): Check['evaluate'] =>
  whereApi((asked, facts) => {
    const services = liveKitOfFile(asked.client, facts).flatMap(({ serviceUrl }) => serviceUrl ?? []);
    if (services.length === 0) return [notApplicable('the client file names no service for calls')];
    const transports = rtcTransportsAnswer(asked, facts);
    if (transports.state === 'unseen') return [notTested(`${transports.look.url}: ${transports.answer.words}`)];
    return judge(transports, listWords(services.map((url) => quoted(shownUrl(url)))));
  });

/** Judges each service that hands out tokens for calls, one verdict for each with its URL as the subject. */
export const whereRtcServices = (judge: (service: RtcServiceFacts, facts: Facts) => Verdict): Check['evaluate'] =>
  whereClientSeen(({ rtcServices }, _progress, facts) =>
    rtcServices.length === 0
      ? [notApplicable('no service for calls is named')]
      : rtcServices.map((service) => judge(service, facts)),
  );
