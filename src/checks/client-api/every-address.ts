import { lookWords } from '../../facts/words/failure-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import type { VersionsAnswer } from '../readings/versions-progress.js';
import { notTested, pass } from '../verdict.js';
import { sharedVerdict } from '../verdicts/shared-verdict.js';
import { whereHomeserver } from '../verdicts/where-homeserver.js';
import { placeOf } from '../words/place.js';

export const everyAddress = {
  id: 'client-api/every-address',
  title: 'The homeserver answers clients at every one of its addresses',
  failureTitle: 'The homeserver does not answer clients at {where}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.versions,
  why: 'Other addresses of {host} answer, but a client takes whichever it connects to first: it is slow, or fails, in some networks and at some times.',
  fix: 'Let the web server of {host} listen on that address too and serve the same site there, open the port in the firewall, or remove the record from DNS.',
  recipe: 'both-families',
  evaluate: whereHomeserver(({ versions, host }) => {
    if (versions.stoppedAt !== null) return [notTested(versions.because)];
    // A failed handshake is for area client-tls to tell.
    const counted = versions.counted.filter(({ stoppedAt }) => stoppedAt !== 'handshake');
    const { unseen } = versions;
    if (unseen.length > 0 && counted.every(({ stoppedAt }) => stoppedAt === null)) return unseen.map(notTested);
    if (counted.length === 1) return [pass()];
    const alive = counted.find(({ stoppedAt }) => stoppedAt === null)?.look ?? null;
    return [
      sharedVerdict(
        counted,
        ({ look }) => placeOf(look),
        (answer) => (answer.stoppedAt === null ? null : { values: { host }, seen: answerWords(answer), at: alive }),
      ),
      ...unseen.map(notTested),
    ];
  }),
} as const satisfies Check;

const answerWords = ({ look, reading }: VersionsAnswer): string =>
  reading === null ? lookWords(look) : '200, but no list of versions';
