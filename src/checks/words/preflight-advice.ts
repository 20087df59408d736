import { seenValue } from '../../facts/observation.js';
import type { PreflightAnswer } from '../readings/preflight-answer.js';

/** What to do about an answer that keeps browsers from going on: whole sentences. */
export const preflightAdvice = (
  { look, fault }: Extract<PreflightAnswer, { kind: 'refused' }>,
  host: string,
): string => {
  const status = seenValue(look.response)?.status;
  switch (fault) {
    case 'redirect':
      return `Answer OPTIONS at ${host} without a redirect: browsers do not follow one here. If the homeserver moved, write its new address into the client file.`;
    case 'no-answer':
      return `See what drops OPTIONS on its way to the homeserver at ${host}: a firewall for web sites (WAF), most often. ${LET_THROUGH}`;
    case 'status':
      if (status === 401 || status === 403)
        return `Ask for no password and no permission in front of the homeserver at ${host}: a browser sends neither with OPTIONS. ${LET_THROUGH}`;
      return `See what answers OPTIONS with ${status} in front of the homeserver at ${host}. ${LET_THROUGH}`;
    default:
      return `Homeservers answer OPTIONS with all of these headers, so let nothing in front of ${host} answer in their place, or take headers out. Where a proxy answers by itself, it has to send: Access-Control-Allow-Origin: *, Access-Control-Allow-Methods: GET, POST, PUT, DELETE, OPTIONS and Access-Control-Allow-Headers: X-Requested-With, Content-Type, Authorization.`;
  }
};

const LET_THROUGH = 'Pass OPTIONS on to the homeserver like any other method: it answers by itself.';
