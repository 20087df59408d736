import { listWords } from '../../facts/words/list-words.js';
import { quoted } from '../../facts/words/quoted.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { loginAnswer } from '../readings/sign-in-reading.js';
import { fail, notApplicable, notTested, pass } from '../verdict.js';
import { whereApi } from '../verdicts/where-api.js';

/** So many entries are shown: a hostile list has thousands. */
const MOST = 20;

export const loginFlows = {
  id: 'sign-in/login-flows',
  title: 'The ways to sign in are listed in the form that every client can read',
  failureTitle: 'The list of ways to sign in has entries that strict clients refuse: {found}',
  level: 'MUST',
  severity: 'warning',
  affects: 'strict-clients',
  spec: links.login,
  why: 'Each flow needs a string "type", and each identity provider of m.login.sso a string "id" and "name". Clients built on Ruma refuse the whole list for one that lacks it; others leave that one out.',
  fix: 'Complete the entry in what {url} answers: in the settings of the homeserver (Synapse: idp_id and idp_name of each of oidc_providers), or in whatever answers in its place.',
  evaluate: whereApi((asked, facts) => {
    const { state, flows, look, answer } = loginAnswer(asked, facts);
    if (state === 'not-offered') return [notApplicable('the homeserver does not offer the older ways to sign in')];
    if (flows?.kind !== 'flows') return [notTested(`${look.url}: ${answer.words}`)];
    if (flows.faults.length === 0)
      return [pass(null, [{ label: look.url, value: listWords(flows.types.map(quoted)) }])];
    return [
      fail({
        values: { found: listWords(flows.faults), url: look.url },
        evidence: flows.faults.slice(0, MOST).map((fault) => ({ label: look.url, value: fault })),
      }),
    ];
  }),
} as const satisfies Check;
