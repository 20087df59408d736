import type { HttpResponse } from '../../facts/http.js';
import { headerValues } from '../../spec/header-lines.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { atVersionsStage, stoppedAt } from '../verdicts/at-versions-stage.js';
import { locationWords } from '../words/location-words.js';
import { placeOf } from '../words/place.js';

export const notRedirected = {
  id: 'client-api/not-redirected',
  title: 'The homeserver answers by itself, without a redirect',
  failureTitle: '{url} is a redirect ({status}) to {location}',
  level: 'MUST',
  severity: 'error',
  affects: 'clients',
  spec: links.versions,
  why: 'Clients use the base URL for every request. Browsers refuse a redirect for all those that carry a token, nheko follows none at all, and a redirected POST often arrives as a GET: signing in fails.',
  fix: 'Name the place where the homeserver answers as base_url in the client file, or exempt /_matrix from the redirect of the site. See where it leads: curl -sI {url}',
  evaluate: atVersionsStage('redirect', (homeserver) => {
    const { best } = homeserver.versions;
    return {
      values: {
        url: homeserver.versionsUrl,
        status: `${best?.response?.status ?? 'none'}`,
        location: locationOf(best?.response ?? null),
      },
      evidence: stoppedAt(homeserver, 'redirect').map(({ look, response }) => ({
        label: placeOf(look),
        value: `${response?.status} to ${locationOf(response)}`,
      })),
    };
  }),
} as const satisfies Check;

const locationOf = (response: HttpResponse | null): string =>
  response === null || headerValues(response.headers, 'location').length === 0
    ? 'nowhere (it has no Location)'
    : locationWords(response.headers);
