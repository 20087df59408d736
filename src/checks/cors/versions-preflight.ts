import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { readLoginPreflight, readVersionsPreflight } from '../readings/preflight-answer.js';
import { notTested, pass } from '../verdict.js';
import { preflightBarrier, preflightEvidence, preflightRefused } from '../verdicts/preflight-verdicts.js';
import { whereApi } from '../verdicts/where-api.js';
import { versionsFault } from '../verdicts/where-web-clients-read.js';

export const versionsPreflight = {
  id: 'cors/versions-preflight',
  title: 'Web clients that are signed in may ask for the versions',
  failureTitle: 'Web clients cannot ask for the versions with a token: OPTIONS is answered with {problem}',
  level: 'MUST',
  severity: 'warning',
  affects: 'browsers',
  spec: links.versions,
  why: 'Since v1.10 clients show their token when they ask for {url}, and the browser first asks by OPTIONS whether it may. Signing in works, but Element Web and Desktop then know of nothing that the homeserver can do: threads, read receipts and profiles break.',
  fix: '{advice}',
  usualFix:
    'Pass OPTIONS on to the homeserver like any other method, without a password, a redirect or a firewall in front of it: it answers by itself.',
  recipe: 'homeserver-cors',
  evaluate: whereApi((asked, facts) => {
    const versions = readVersionsPreflight(asked.api, facts);
    const barrier = preflightBarrier(versions, versionsFault(asked));
    if (barrier !== null) return [barrier];
    if (versions.kind !== 'refused') return [pass(null, preflightEvidence([versions]))];
    return [
      readLoginPreflight(asked.api, facts).kind === 'refused'
        ? notTested('no preflight is allowed, that of the login included')
        : preflightRefused(versions, [versions], asked.homeserver.host),
    ];
  }),
} as const satisfies Check;
