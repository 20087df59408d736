import { AUTH_METADATA_PATH, LOGIN_PATH } from '../../spec/constants.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { askedAuthMetadata, type LoginAnswer, loginAnswer } from '../readings/sign-in-reading.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereApi } from '../verdicts/where-api.js';

export const offered = {
  id: 'sign-in/offered',
  title: 'The homeserver offers a way to sign in',
  failureTitle: 'The homeserver offers no way to sign in: {login} is answered with {found}, and there is no OAuth 2.0',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.authenticationDiscovery,
  why: 'Clients ask {login} for passwords and single sign-on, and {metadata} for OAuth 2.0. Neither gives them anything, so nobody can sign in.',
  fix: '{advice} Where Matrix Authentication Service signs people in, connect the homeserver to it (Synapse: matrix_authentication_service in homeserver.yaml).',
  recipe: 'homeserver-proxy',
  evaluate: whereApi((asked, facts) => {
    const login = loginAnswer(asked, facts);
    if (login.state === 'unseen') return [notTested(`${login.look.url}: ${login.answer.words}`)];
    const types = login.flows?.kind === 'flows' ? login.flows.types : [];
    if (types.length > 0) return [pass()];
    const metadata = askedAuthMetadata(asked, facts);
    if (metadata.some(({ state }) => state === 'offered')) return [pass()];
    const unclear = metadata.find(({ state }) => state === 'broken' || state === 'unseen');
    if (unclear !== undefined) return [notTested(`${unclear.look.url}: ${unclear.answer.words}`)];
    const found = login.flows?.kind === 'flows' ? 'an empty list' : login.answer.words;
    return [
      fail({
        values: { login: LOGIN_PATH, metadata: AUTH_METADATA_PATH, found, advice: adviceOn(login) },
        evidence: [
          { label: login.look.url, value: found },
          ...metadata.map(({ look, answer }) => ({ label: look.url, value: answer.words })),
        ],
        at: login.look,
      }),
    ];
  }),
} as const satisfies Check;

const adviceOn = ({ look, answer }: LoginAnswer): string =>
  answer.kind === 'error' || answer.kind === 'json'
    ? `See in the settings and in the log of the homeserver why it answers ${look.url} so; if that is a worker, forward the path to one that serves it.`
    : `Forward ${look.url} to the homeserver, and see that it runs.`;
