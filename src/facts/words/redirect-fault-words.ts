import { MAX_REDIRECTS } from '../../spec/constants.js';
import type { RedirectFault } from '../http.js';
import { quoted } from './quoted.js';
import { shownUrl } from './shown-url.js';

/** Why a chain of redirects was given up, as the end of "The redirects lead nowhere: ...". */
export const redirectFaultWords = (fault: RedirectFault, location: string | null): string =>
  WORDS[fault](quoted(shownUrl(location ?? '')));

const WORDS = {
  loop: (location) => `they lead back to ${location}`,
  'too-many': () => `there are more than ${MAX_REDIRECTS} of them`,
  'no-location': () => 'one has no Location header, so it does not say where to go',
  'bad-location': (location) => `one leads to ${location}, which is not a web address that can be followed`,
  'plain-http': (location) => `one leads to ${location}, which is not encrypted`,
} as const satisfies Record<RedirectFault, (location: string) => string>;
