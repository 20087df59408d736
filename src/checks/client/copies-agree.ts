import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFileCopies } from '../readings/client-files-elsewhere.js';
import { changeEvidence, changeWords, memberChanges } from '../readings/member-changes.js';
import { fail, notApplicable, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';

export const copiesAgree = {
  id: 'client/copies-agree',
  title: 'The client file equals its copies on the host of the homeserver',
  failureTitle: 'The client file differs from the one on {other}: {changes}',
  level: 'advice',
  severity: 'notice',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Clients read {url} only. That the host of the homeserver has another version suggests that the file was copied once and has been forgotten since: what was changed there later is not heard.',
  fix: 'Correct the wrong one. Better, pass the request on to {other}, so that there is one file only.',
  recipe: 'file-proxy',
  evaluate: whereBaseUrl(({ members }, { progress, fetched }, facts) => {
    const copies = clientFileCopies(facts).flatMap(({ file, fetched: copy }) =>
      copy?.reading?.kind === 'usable' ? [{ file, changes: memberChanges(members, copy.reading.members) }] : [],
    );
    if (copies.length === 0) return [notApplicable('there is no client file on another host')];
    return copies.map(({ file, changes }) => {
      const other = file.host.host;
      if (changes.length === 0) return pass(other);
      return fail({
        subject: other,
        values: {
          url: progress.file.url,
          other,
          delegate: other,
          changes: listWords(changes.map((change) => changeWords(change, other))),
        },
        evidence: changeEvidence(changes, progress.file.url, file.url),
        at: fetched.fetch.hops[0] ?? null,
      });
    });
  }),
} as const satisfies Check;
