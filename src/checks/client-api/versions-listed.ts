import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import type { VersionsReading } from '../readings/versions-reading.js';
import { atVersionsStage, stoppedAt } from '../verdicts/at-versions-stage.js';
import { placeOf } from '../words/place.js';

export const versionsListed = {
  id: 'client-api/versions-listed',
  title: 'The answer lists versions of the specification',
  failureTitle: '{url} is answered with JSON, but without versions: {found}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.versions,
  why: 'Clients expect {"versions": ["v1.1", ...]}: a list of at least one text. Anything else is no homeserver to them, so they end discovery with an error (FAIL_ERROR), and nobody can sign in.',
  fix: 'Let the homeserver itself answer this path. If it does, update it; if a proxy or a static file answers, forward everything below /_matrix to the homeserver.',
  evaluate: atVersionsStage('shape', (homeserver) => ({
    values: { url: homeserver.versionsUrl, found: foundIn(homeserver.versions.best?.reading ?? null) },
    evidence: stoppedAt(homeserver, 'shape').map(({ look, reading }) => ({
      label: placeOf(look),
      value: foundIn(reading),
    })),
  })),
} as const satisfies Check;

const foundIn = (reading: VersionsReading | null): string =>
  reading?.kind === 'wrong-shape' ? reading.found : 'something else';
