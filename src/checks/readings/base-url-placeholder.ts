import type { ClientFacts } from '../../facts/client.js';
import type { Facts } from '../../facts/facts.js';
import { seenValue } from '../../facts/observation.js';
import { hostnameOf } from '../words/server-name-of.js';
import { versionsAnswer } from './versions-progress.js';

/**
 * What an administrator forgot to replace in a base URL: `<your domain>`, `{{ domain }}`, a sample's `example.com`. null where nothing looks
 * like it, or where a homeserver answers, so that it only looks like it.
 */
export const placeholderOf = (baseUrl: string, client: ClientFacts, facts: Facts): string | null => {
  const homeserver = seenValue(client.homeserver);
  if (homeserver?.versions.some((look) => versionsAnswer(look, facts).stoppedAt === null)) return null;
  const marked = MARKS.map((mark) => mark.exec(baseUrl)?.[0]).find((found) => found !== undefined);
  if (marked !== undefined) return marked;
  const sample = SAMPLE_DOMAIN.exec(baseUrl)?.[1]?.toLowerCase();
  return sample === undefined || isUnder(hostnameOf(facts).toLowerCase(), sample) ? null : sample;
};

const MARKS = [
  /<[^>]*>?/u,
  /\{\{[^}]*\}{0,2}/u,
  /\$\{?[A-Za-z_]\w*\}?/u,
  /\bDOMAIN\b/u,
  // Below your-server.de there are the names that a large hoster gives its machines.
  /\byour(?!-server\.de\b)[-_. ]?(?:domain|server|host|homeserver|matrix|site)\w*/iu,
  /\bchange-?me\b/iu,
];

/** The names that RFC 2606 sets aside for samples, and one that people use like them. */
const SAMPLE_DOMAIN =
  /^[a-z]+:\/\/(?:[^/?#@]*@)?(?:[^/?#:]*\.)?(example\.(?:com|org|net|tld))(?::[0-9]*)?(?:[/?#]|$)/iu;

const isUnder = (name: string, domain: string): boolean => name === domain || name.endsWith(`.${domain}`);
