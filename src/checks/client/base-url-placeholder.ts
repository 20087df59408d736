import { shownUrl } from '../../facts/words/shown-url.js';
import { links } from '../../spec/links.js';
import type { ClientFileReading } from '../../spec/well-known-client.js';
import type { Check } from '../check.js';
import { placeholderOf } from '../readings/base-url-placeholder.js';
import { fail, pass } from '../verdict.js';
import { whereClientFileFound } from '../verdicts/where-client-file-found.js';
import { stoppedBefore } from '../verdicts/where-client-seen.js';
import { suggestedClientFile } from '../words/suggested-client-file.js';

export const baseUrlPlaceholder = {
  id: 'client/base-url-placeholder',
  title: 'The base URL has no placeholder left in it',
  failureTitle: 'The base URL still has the placeholder {placeholder} in it',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownClient,
  why: 'The file was copied from a manual and not filled in. Clients are sent to {written}, where your homeserver is not.',
  fix: 'Write the address of your own homeserver: {json}, if {homeserver} is the one.',
  evaluate: whereClientFileFound(({ client, reading, last, progress }, facts) => {
    const written = writtenIn(reading);
    if (written === null) return [stoppedBefore(progress)];
    const placeholder = placeholderOf(written, client, facts);
    if (placeholder === null) return [pass()];
    return [
      fail({
        values: { placeholder, written: shownUrl(written), ...suggestedClientFile(facts) },
        evidence: [{ label: last.url, value: `base URL ${shownUrl(written)}` }],
      }),
    ];
  }),
} as const satisfies Check;

const writtenIn = (reading: ClientFileReading): string | null => {
  if (reading.kind === 'usable') return reading.baseUrl.written;
  return reading.kind === 'invalid-base-url' ? reading.baseUrl : null;
};
