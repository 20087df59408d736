import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';

export const namespacedMembers = {
  id: 'client/namespaced-members',
  title: 'Additional members of the client file are named like Java packages',
  failureTitle: 'The client file has members whose names are not for everybody to use: {members}',
  level: 'MUST',
  severity: 'notice',
  affects: 'readers',
  spec: links.wellKnownClient,
  why: 'Names that begin with "m." are for the specification, and names without a namespace may mean something else one day. No client reads these, so whatever they were meant to say is not heard.',
  fix: 'Delete them from {url}, or name them below a domain of yours: com.example.setting. m.server belongs into /.well-known/matrix/server.',
  evaluate: whereBaseUrl(({ members }, { last }) => {
    const strange = Object.keys(members).filter((name) => !isNamespaced(name) && !KNOWN.has(name));
    if (strange.length === 0) return [pass()];
    return [
      fail({
        values: { members: listWords(strange), url: last.url },
        evidence: [{ label: last.url, value: `members: ${listWords(Object.keys(members))}` }],
      }),
    ];
  }),
} as const satisfies Check;

const isNamespaced = (name: string): boolean => /^[^.\s]+(\.[^.\s]+)+$/u.test(name) && !name.startsWith('m.');

/** Defined in the specification, or by proposals that clients do read; those of abandoned ones are another check's. */
const KNOWN: ReadonlySet<string> = new Set([
  'm.homeserver',
  'm.identity_server',
  'm.integrations',
  'm.tile_server',
  'm.media_server',
  'm.rtc_foci',
  'm.authentication',
]);
