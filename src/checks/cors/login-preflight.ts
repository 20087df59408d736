import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { corePart, isLost } from '../readings/api-parts.js';
import { readLoginPreflight, readVersionsPreflight } from '../readings/preflight-answer.js';
import { loginAnswer } from '../readings/sign-in-reading.js';
import { notTested, pass } from '../verdict.js';
import { preflightBarrier, preflightEvidence, preflightRefused } from '../verdicts/preflight-verdicts.js';
import { whereApi } from '../verdicts/where-api.js';
import { versionsFault } from '../verdicts/where-web-clients-read.js';

export const loginPreflight = {
  id: 'cors/login-preflight',
  title: 'Web clients may send what signing in takes',
  failureTitle: 'Web clients cannot sign in: the homeserver answers their preflight (OPTIONS) with {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'browsers',
  spec: links.cors,
  why: 'Before it sends a password or a token, the browser asks by OPTIONS {url} whether it may, and goes on only after a 2xx answer that allows Authorization and Content-Type by name. Element Web and Desktop find the homeserver and then fail, while apps on phones work.',
  fix: '{advice}',
  usualFix:
    'Pass OPTIONS on to the homeserver like any other method, without a password, a redirect or a firewall in front of it: it answers by itself.',
  recipe: 'homeserver-cors',
  evaluate: whereApi((asked, facts) => {
    const answers = [readLoginPreflight(asked.api, facts), readVersionsPreflight(asked.api, facts)] as const;
    const [login, versions] = answers;
    const barrier = preflightBarrier(login, versionsFault(asked));
    if (barrier !== null) return [barrier];
    const core = corePart(asked, facts);
    if (isLost(core)) return [notTested(`${core.look.url}: ${core.answer.words}`)];
    // Where a GET finds no login either, areas client-api and sign-in say why, unless no preflight is allowed at all.
    const { state, look, answer } = loginAnswer(asked, facts);
    if (login.kind === 'refused' && state !== 'flows' && answer.kind !== 'unseen' && versions.kind !== 'refused')
      return [notTested(`${look.url}: ${answer.words}`)];
    return [
      login.kind === 'refused'
        ? preflightRefused(login, answers, asked.homeserver.host)
        : pass(null, preflightEvidence([login])),
    ];
  }),
} as const satisfies Check;
