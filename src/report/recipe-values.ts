import type { Check } from '../checks/check.js';
import type { Verdict } from '../checks/verdict.js';
import { hostnameOf } from '../checks/words/server-name-of.js';
import type { Facts } from '../facts/facts.js';
import { seenValue } from '../facts/observation.js';
import type { RecipeValues } from '../recipes/recipe.js';
import { readBaseUrl } from '../spec/base-url.js';
import {
  CLIENT_FILE_PATH,
  IDENTITY_PATH,
  POLICY_SERVER_FILE_PATH,
  SERVER_FILE_PATH,
  SUPPORT_FILE_PATH,
} from '../spec/constants.js';
import { hostAndPort } from '../spec/server-name.js';
import { likelyHomeserver } from './likely-homeserver.js';
import { plainHost, plainJson, plainPath } from './plain-values.js';
import { usableClientFile } from './usable-client-file.js';

type Failure = Extract<Verdict, { outcome: 'fail' }>;

/** For a check without a server at hand, and where what was seen cannot stand in a configuration. */
export const SAMPLE_RECIPE_VALUES: RecipeValues = {
  host: 'example.com',
  path: CLIENT_FILE_PATH,
  homeserver: 'matrix.example.com',
  fileHost: 'matrix.example.com',
  clientFile: '{"m.homeserver":{"base_url":"https://matrix.example.com"}}',
  serverFile: '{"m.server":"matrix.example.com:443"}',
};

/** The same, with the path that the area of the check is about. */
export const sampleRecipeValues = ({ id }: Pick<Check, 'id'>): RecipeValues => ({
  ...SAMPLE_RECIPE_VALUES,
  path: pathOfArea(id),
});

/**
 * What fills a recipe: the place of the answer that has to change, else what the verdict names, else what the facts tell. All of it comes from
 * outside and is pasted into the configuration of web servers, so that nothing but plain names, paths and JSON is taken over.
 */
export const recipeValues = (check: Pick<Check, 'id'>, failure: Failure, facts: Facts): RecipeValues => {
  const place = urlParts(failure.place?.url);
  const { values } = failure;
  const delegated = seenValue(facts.federation)?.delegatedName ?? null;
  const typed = plainHost(hostnameOf(facts)) ?? SAMPLE_RECIPE_VALUES.host;
  const home = likelyHomeserver(facts, typed);
  const host =
    place?.host ?? plainHost(values.host) ?? (isAboutTls(check.id) ? plainHost(values.name) : undefined) ?? typed;
  // Never the host itself, which would ask itself for ever.
  const fileHosts = [plainHost(values.delegate), plainHost(delegated?.hostname), home.host, `matrix.${typed}`];
  return {
    host,
    path: place?.path ?? pathOfArea(check.id),
    homeserver: place?.path.startsWith('/_matrix/') ? place.host : home.host,
    fileHost: fileHosts.find((other) => other !== undefined && other !== host) ?? SAMPLE_RECIPE_VALUES.fileHost,
    clientFile:
      plainJson(usableClientFile(facts)) ??
      plainJson(parsed(values.json)) ??
      JSON.stringify({ 'm.homeserver': { base_url: home.origin } }),
    serverFile: JSON.stringify({ 'm.server': serverOf(delegated, home.host) }),
  };
};

/** `{name}` is that of the certificate there. */
const isAboutTls = (id: Check['id']): boolean => /^(?:client-)?tls\/|\/certificate-/.test(id);

const PATHS = [
  ['well-known/', SERVER_FILE_PATH],
  ['support/', SUPPORT_FILE_PATH],
  ['policy-server/', POLICY_SERVER_FILE_PATH],
  ['cors/identity-server-', IDENTITY_PATH],
] as const;

const pathOfArea = (id: Check['id']): string => {
  const found = PATHS.find(([beginning]) => id.startsWith(beginning));
  return found === undefined ? CLIENT_FILE_PATH : found[1];
};

/** The host and the path of a URL where both are plain; query and fragment are left out. */
const urlParts = (url: string | undefined): { readonly host: string; readonly path: string } | undefined => {
  const reading = url === undefined ? undefined : readBaseUrl(url);
  if (reading?.kind !== 'valid') return undefined;
  const host = plainHost(reading.baseUrl.host);
  const path = plainPath(/^[^:]+:\/\/[^/?#]*([^?#]*)/.exec(url ?? '')?.[1]);
  return host === undefined || path === undefined ? undefined : { host, path };
};

/** What `m.server` says where it is right, else the homeserver on the port of web servers. */
const serverOf = (
  delegated: { readonly text: string; readonly hostname: string } | null,
  homeserver: string,
): string =>
  delegated !== null && plainHost(delegated.hostname) !== undefined ? delegated.text : hostAndPort(homeserver, 443);

const parsed = (json: string | undefined): unknown => {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
};
