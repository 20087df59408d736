import { type JsonFault, jsonFaultWords } from '../../spec/json.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { clientFileObstacle } from '../readings/client-file-obstacle.js';
import { elsewhereEvidence } from '../readings/client-files-elsewhere.js';
import { atClientFileStage } from '../verdicts/at-client-file-stage.js';
import { stoppedBefore } from '../verdicts/where-client-seen.js';
import { clientFileEvidence } from '../words/client-file-words.js';
import { jsonFaultAdvice, jsonFaultEvidence } from '../words/json-fault-advice.js';
import { suggestedClientFile } from '../words/suggested-client-file.js';

export const fileJson = {
  id: 'client/file-json',
  title: 'The client file is JSON',
  failureTitle: 'The client file is not JSON: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Clients cannot read it and report that the server is set up wrongly (FAIL_PROMPT). Some fall back to {host} as the homeserver, so it may seem to work in one client and not in another.',
  fix: '{advice} Whole and right it is {json}, with the address of your homeserver if {homeserver} is not the one.',
  recipe: 'client-file',
  evaluate: atClientFileStage('json', (progress, _client, facts) => {
    if (clientFileObstacle(progress) !== null) return stoppedBefore(progress);
    const { file, fetched, counted } = progress;
    const reading = fetched?.reading;
    const fault: JsonFault | null = reading?.kind === 'invalid-json' ? reading.fault : null;
    return {
      values: {
        host: file.host.host,
        problem: fault === null ? 'it cannot be read' : jsonFaultWords(fault),
        advice: fault === null ? '' : jsonFaultAdvice(fault, file.url),
        ...suggestedClientFile(facts),
      },
      evidence: [
        ...clientFileEvidence(counted),
        ...(fault === null ? [] : [jsonFaultEvidence(fault, file.url)]),
        ...elsewhereEvidence(facts),
      ],
    };
  }),
} as const satisfies Check;
