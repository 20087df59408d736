import { seenValue } from '../../facts/observation.js';
import { headerValues } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { answersForWebClients, corsEvidence } from '../verdicts/cors-verdicts.js';
import { whereClientSeen } from '../verdicts/where-client-seen.js';

export const credentials = {
  id: 'cors/credentials',
  title: 'Nothing is said of cookies beside the star',
  failureTitle: '{url} has Access-Control-Allow-Credentials beside the star, where it means nothing',
  level: 'advice',
  severity: 'info',
  affects: 'readers',
  spec: links.fetchCors,
  why: 'Matrix clients send no cookies, so they never need that header, and browsers ignore it here. It hints at lines that were copied from somewhere else.',
  fix: 'Nothing has to be done. To tidy up, delete Access-Control-Allow-Credentials.',
  evaluate: whereClientSeen((client, progress, facts) => {
    const answers = answersForWebClients(client, progress, facts);
    if (answers.length === 0) return [notTested(progress.because)];
    const pointless = answers.filter(
      ({ look, reading }) =>
        reading.kind === 'readable' &&
        reading.by === 'star' &&
        headerValues(seenValue(look.response)?.headers ?? [], 'access-control-allow-credentials').length > 0,
    );
    const [first] = pointless;
    if (first === undefined) return [pass()];
    return [fail({ values: { url: first.look.url }, evidence: corsEvidence(pointless) })];
  }),
} as const satisfies Check;
