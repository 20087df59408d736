import { type JsonFault, jsonFaultWords } from '../../spec/json.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import type { VersionsReading } from '../readings/versions-reading.js';
import { atVersionsStage, stoppedAt } from '../verdicts/at-versions-stage.js';
import { jsonFaultAdvice, jsonFaultEvidence } from '../words/json-fault-advice.js';
import { placeOf } from '../words/place.js';

export const versionsJson = {
  id: 'client-api/versions-json',
  title: 'The versions come as JSON',
  failureTitle: '{url} does not answer with JSON: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.versions,
  why: 'A homeserver answers this question with JSON, so something else answers here. Clients end discovery with an error (FAIL_ERROR), and nobody can sign in.',
  fix: '{advice} The base_url must be the address of the homeserver itself, not of a web client or of the web site, and everything below /_matrix must be forwarded to the homeserver.',
  recipe: 'homeserver-proxy',
  evaluate: atVersionsStage('json', (homeserver) => {
    const fault = faultOf(homeserver.versions.best?.reading ?? null);
    return {
      values: {
        url: homeserver.versionsUrl,
        problem: fault === null ? 'it cannot be read' : jsonFaultWords(fault),
        advice: fault === null ? '' : jsonFaultAdvice(fault, homeserver.versionsUrl),
      },
      evidence: stoppedAt(homeserver, 'json').flatMap(({ look, reading }) => {
        const found = faultOf(reading);
        return found === null ? [] : [{ ...jsonFaultEvidence(found, look.url), label: placeOf(look) }];
      }),
    };
  }),
} as const satisfies Check;

const faultOf = (reading: VersionsReading | null): JsonFault | null =>
  reading?.kind === 'invalid-json' ? reading.fault : null;
