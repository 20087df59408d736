import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverNameVerdicts } from '../verdicts/server-name-verdicts.js';

export const atMost230Characters = {
  id: 'server-name/at-most-230-characters',
  title: 'The server name has at most 230 characters',
  failureTitle: 'The server name has {length} characters, more than 230',
  level: 'SHOULD',
  severity: 'warning',
  affects: 'everyone',
  spec: links.serverName,
  why: 'A whole user ID may have 255 bytes. With this server name only {left} are left for the name of a user, and room identifiers run out of space as well.',
  fix: 'Choose a shorter server name before the homeserver gets its first users; a server name in use cannot be changed.',
  evaluate: (facts) =>
    serverNameVerdicts(facts, 'over-230-characters', ({ text }) => ({
      length: `${text.length}`,
      left: `${Math.max(0, USER_ID_BYTES - '@:'.length - text.length)}`,
    })),
} as const satisfies Check;

/** Appendices, "User Identifiers": with the sigil, the colon and the server name. */
const USER_ID_BYTES = 255;
