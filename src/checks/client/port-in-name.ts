import { failureWords } from '../../facts/words/failure-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import type { ClientFileProgress } from '../readings/client-file-progress.js';
import { clientFileAtPort } from '../readings/client-files-elsewhere.js';
import { memberChanges } from '../readings/member-changes.js';
import { fail, notApplicable, notTested, pass } from '../verdict.js';
import { whereClientSeen } from '../verdicts/where-client-seen.js';
import { namedHomeserver } from '../verdicts/where-homeserver.js';
import { clientFileWords } from '../words/client-file-words.js';

export const portInName = {
  id: 'client/port-in-name',
  title: 'The port of the server name, if it has one, makes no difference to clients',
  failureTitle: 'Clients that keep port {port} of the name get {there}, the others {here}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'The specification says to leave out the port of the server name and to ask {url}, as FluffyChat does. Element, Element X and Cinny keep the port and ask {withPort}.',
  fix: 'Serve the same file at both addresses: let the web server answer /.well-known/matrix/client on port {port} as on port 443. A name without a port spares you that, but a server cannot change its name.',
  evaluate: whereClientSeen((client, progress, facts) => {
    const atPort = clientFileAtPort(facts);
    if (atPort === null) {
      const { fileAtPort } = client;
      if (fileAtPort.kind === 'failed') return [notTested(failureWords(fileAtPort.failure))];
      return [notApplicable(fileAtPort.kind === 'skipped' ? fileAtPort.because : 'the server name has no port')];
    }
    if (atPort.stoppedAt === 'look') return [notTested(atPort.because)];
    if (progress.stoppedAt === 'look') return [notTested(progress.because)];
    if (isSame(progress, atPort)) return [pass()];
    // A file that cannot be used at its proper address is an error of its own, which tells of this one too.
    if (progress.stoppedAt !== null && namedHomeserver(client, facts) === null) return [notTested(progress.because)];
    return [
      fail({
        values: {
          url: progress.file.url,
          withPort: atPort.file.url,
          port: /:(\d+)\/\.well-known/u.exec(atPort.file.url)?.[1] ?? '',
          here: words(progress),
          there: words(atPort),
        },
        evidence: [progress, atPort].map((one) => ({ label: one.file.url, value: words(one) })),
        at: atPort.last,
      }),
    ];
  }),
} as const satisfies Check;

const isSame = (here: ClientFileProgress, there: ClientFileProgress): boolean => {
  const [left, right] = [here.fetched?.reading, there.fetched?.reading];
  if (left?.kind === 'usable' && right?.kind === 'usable')
    return memberChanges(left.members, right.members).length === 0;
  return here.stoppedAt === there.stoppedAt;
};

const words = ({ fetched, because }: ClientFileProgress): string =>
  fetched === null ? because : clientFileWords(fetched);
