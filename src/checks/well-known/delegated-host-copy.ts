import { seenValue } from '../../facts/observation.js';
import { decidingFetch, readServerFileFetches } from '../../facts/well-known-state.js';
import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { changeEvidence, changeWords, memberChanges } from '../readings/member-changes.js';
import { fail, notApplicable, pass } from '../verdict.js';
import { whereServerFileDelegates } from '../verdicts/where-server-file.js';

export const delegatedHostCopy = {
  id: 'well-known/delegated-host-copy',
  title: 'The well-known file equals the one on the delegated host',
  failureTitle: '{url} differs from {other}: {changes}',
  level: 'advice',
  severity: 'notice',
  affects: 'servers',
  spec: links.wellKnownServer,
  why: 'Only {url} counts for servers. That the homeserver host has another version of it suggests that the file was copied once and has been forgotten since.',
  fix: 'Compare both and correct the wrong one. Better, let the web server of the name forward the request to the homeserver, so that there is no copy.',
  recipe: 'file-proxy',
  evaluate: whereServerFileDelegates((reading, { file, deciding }, facts) => {
    const survey = seenValue(facts.survey);
    const other = survey === undefined ? undefined : seenValue(survey.delegatedServerFile);
    if (other === undefined) return [notApplicable('there is no other delegated host with such a file')];
    const copy = decidingFetch(readServerFileFetches(other, facts.observedAt))?.reading;
    if (copy?.kind !== 'delegates') return [notApplicable(`${other.url} is no valid file, and need not be`)];
    const changes = memberChanges(reading.members, copy.members);
    if (changes.length === 0) return [pass()];
    return [
      fail({
        values: {
          url: file.url,
          other: other.url,
          delegate: other.host.host,
          changes: listWords(changes.map((change) => changeWords(change, other.host.host))),
        },
        evidence: changeEvidence(changes, file.url, other.url),
        at: deciding.fetch.hops[0] ?? null,
      }),
    ];
  }),
} as const satisfies Check;
