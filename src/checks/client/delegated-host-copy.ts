import { isDeepStrictEqual } from 'node:util';
import { listWords } from '../../facts/words/list-words.js';
import { isJsonObject, type JsonObject } from '../../spec/json.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { delegatedClientFile } from '../readings/delegated-client-file.js';
import { fail, notApplicable, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';
import { clientFileWords } from '../words/client-file-words.js';
import { CLIENT_FILE_PROXY_LINES } from '../words/web-server-lines.js';

export const delegatedHostCopy = {
  id: 'client/delegated-host-copy',
  title: 'The client file equals the one on the delegated host',
  failureTitle: 'The client file differs from the one on {delegate}: {members}',
  level: 'advice',
  severity: 'notice',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Clients read {url} only. That the homeserver host has another version suggests that the file was copied once and has been forgotten since: what was added there later is not heard.',
  fix: `Correct the wrong one. Better, pass the request on to {delegate}, so that there is one file only.${CLIENT_FILE_PROXY_LINES}`,
  evaluate: whereBaseUrl(({ members }, { progress, fetched }, facts) => {
    const copy = delegatedClientFile(facts);
    const reading = copy?.fetched?.reading;
    if (copy === null || copy.fetched === null || reading?.kind !== 'usable') {
      return [notApplicable('there is no client file on another delegated host')];
    }
    const differing = differingMembers(members, reading.members);
    if (differing.length === 0) return [pass()];
    return [
      fail({
        values: { url: progress.file.url, delegate: copy.file.host.host, members: listWords(differing) },
        evidence: [
          { label: progress.file.url, value: clientFileWords(fetched) },
          { label: copy.file.url, value: clientFileWords(copy.fetched) },
        ],
      }),
    ];
  }),
} as const satisfies Check;

const differingMembers = (left: JsonObject, right: JsonObject): readonly string[] =>
  [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
    (member) => !isDeepStrictEqual(withoutFinalSlash(left[member]), withoutFinalSlash(right[member])),
  );

/** Clients take base URLs with and without a final slash for the same. */
const withoutFinalSlash = (value: unknown): unknown =>
  isJsonObject(value) && typeof value.base_url === 'string'
    ? { ...value, base_url: value.base_url.replace(/\/$/u, '') }
    : value;
