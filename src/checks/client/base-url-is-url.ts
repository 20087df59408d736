import { quoted } from '../../facts/words/quoted.js';
import { shownUrl } from '../../facts/words/shown-url.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { placeholderOf } from '../readings/base-url-placeholder.js';
import { notTested } from '../verdict.js';
import { atClientFileStage } from '../verdicts/at-client-file-stage.js';
import { suggestedClientFile } from '../words/suggested-client-file.js';

export const baseUrlIsUrl = {
  id: 'client/base-url-is-url',
  title: 'The base URL is a web address',
  failureTitle: 'The base URL {written} is not a web address: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Clients need a complete address that begins with https://. They end discovery with an error here (FAIL_ERROR) and do not let people sign in.',
  fix: 'Write the complete address as a string: {json}, if {homeserver} is the one.',
  evaluate: atClientFileStage('url', ({ file, fetched }, client, facts) => {
    const reading = fetched?.reading;
    if (reading?.kind !== 'invalid-base-url') return notTested('the client file cannot be read');
    if (placeholderOf(reading.baseUrl, client, facts) !== null)
      return notTested('the base URL still holds a placeholder');
    const written = quoted(shownUrl(reading.baseUrl));
    return {
      values: { written, problem: reading.why, ...suggestedClientFile(facts) },
      evidence: [{ label: fetched?.fetch.hops.at(-1)?.url ?? file.url, value: `base URL ${written}` }],
    };
  }),
} as const satisfies Check;
