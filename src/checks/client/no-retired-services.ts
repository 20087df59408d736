import { listWords } from '../../facts/words/list-words.js';
import { isJsonObject } from '../../spec/json.js';
import { links } from '../../spec/links.js';
import { readBaseUrl } from '../../spec/well-known-client.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereClientFileMembers } from '../verdicts/where-client-file-found.js';

export const noRetiredServices = {
  id: 'client/no-retired-services',
  title: 'The client file names no service that has been shut down',
  failureTitle: 'The client file sends calls to {services}, which has been shut down',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownClient,
  why: 'It was a public service for trying out calls. Clients that follow the file cannot join a call.',
  fix: 'In {url}, name a service of your own (lk-jwt-service with LiveKit) in org.matrix.msc4143.rtc_foci, or delete that member.',
  evaluate: whereClientFileMembers((members, { last }) => {
    const hosts = [members['org.matrix.msc4143.rtc_foci'], members['m.rtc_foci']].flatMap(serviceHosts);
    const retired = [...new Set(hosts.filter((host) => RETIRED.has(host)))];
    if (retired.length === 0) return [pass()];
    return [
      fail({
        values: { services: listWords(retired), url: last.url },
        evidence: retired.map((host) => ({ label: last.url, value: `livekit_service_url at ${host}` })),
        at: last,
      }),
    ];
  }),
} as const satisfies Check;

const RETIRED: ReadonlySet<string> = new Set(['livekit-jwt.call.matrix.org']);

const serviceHosts = (foci: unknown): readonly string[] =>
  (Array.isArray(foci) ? foci : []).flatMap((focus: unknown) => {
    const written = isJsonObject(focus) ? focus.livekit_service_url : undefined;
    const reading = typeof written === 'string' ? readBaseUrl(written) : null;
    return reading?.kind === 'valid' ? [reading.baseUrl.host.toLowerCase()] : [];
  });
