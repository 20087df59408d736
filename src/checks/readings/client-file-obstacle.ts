import type { HttpResponse } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { headerValues } from '../../spec/header-lines.js';
import type { ClientFileProgress } from './client-file-progress.js';

/**
 * What stands in the way of the client file where the site answers, but with something else. login: a password or a sign-in page is asked for.
 * challenge: a check whether a human is asking. forbidden: 403 for another reason. redirected-away: a web page at the end of redirects.
 * web-page: a web page at the very address.
 */
export type ClientFileObstacle = 'login' | 'challenge' | 'forbidden' | 'redirected-away' | 'web-page';

/** null where the file is there, or missing, or stopped by something else. */
export const clientFileObstacle = ({ stoppedAt, fetched, response }: ClientFileProgress): ClientFileObstacle | null => {
  const isPage = fetched?.reading?.kind === 'invalid-json' && fetched.reading.fault.kind === 'html';
  if (fetched === null || response === null || !(stoppedAt === 'status' || (stoppedAt === 'json' && isPage)))
    return null;
  if (isChallenge(response)) return 'challenge';
  const urls = [...new Set(fetched.fetch.hops.map(({ url }) => url))];
  if (response.status === 401 || response.status === 407 || urls.slice(1).some(isLogin)) return 'login';
  if (response.status === 403) return 'forbidden';
  if (!isPage) return null;
  return urls.length > 1 ? 'redirected-away' : 'web-page';
};

/** What Cloudflare and others answer to programs that they take for robots. */
const isChallenge = ({ headers, body }: HttpResponse): boolean => {
  if (headerValues(headers, 'cf-mitigated').length > 0) return true;
  const text = seenValue(body);
  return text?.encoding === 'utf8' && CHALLENGE.test(text.content);
};

const CHALLENGE =
  /<title>\s*(Just a moment|Attention Required! \||DDoS-Guard|Checking your browser|One moment, please)/iu;

/** The address of a page where one signs in, by its path or by the name of its host. */
const isLogin = (url: string): boolean =>
  /^https?:\/\/(auth|login|sso|authelia|authentik|idp|id|accounts?|keycloak)\./iu.test(url) ||
  /^https?:\/\/[^/?#]*\/([^?#]*\/)?(log-?in|sign-?in|sso|oauth2?|auth|cdn-cgi\/access)([/?#.]|$)/iu.test(url);
