import { redirectFaultWords } from '../../facts/words/redirect-fault-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { atClientFileStage } from '../verdicts/at-client-file-stage.js';

export const redirectsEnd = {
  id: 'client/redirects-end',
  title: 'The redirects of the client file, if any, lead to an answer',
  failureTitle: 'The redirects of the client file lead nowhere: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Clients that follow redirects give up here, and those that do not follow them stop at the first one. Browsers never go on from an encrypted page to an unencrypted one.',
  fix: 'Let {url} answer by itself, with a rule that stands before the redirect of the whole site.',
  recipe: 'no-redirect',
  evaluate: atClientFileStage('redirects', ({ file, fetched }) => {
    const end = fetched?.fetch.end;
    return {
      values: {
        url: file.url,
        problem: end?.kind === 'redirect-error' ? redirectFaultWords(end.fault, end.location) : '',
      },
      evidence: (fetched?.fetch.hops ?? []).map((hop) => ({
        label: hop.url,
        value: hop.response.kind === 'seen' ? `${hop.response.value.status}` : 'no answer',
      })),
    };
  }),
} as const satisfies Check;
