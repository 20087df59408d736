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
import { clientSection } from './client-report.js';
import { plainHost, plainJson, plainPath } from './plain-values.js';
import { usableClientFile } from './usable-client-file.js';

type Failure = Extract<Verdict, { outcome: 'fail' }>;

/** For a check without a server at hand, and where what was seen cannot stand in a configuration. */
export const SAMPLE_RECIPE_VALUES: RecipeValues = {
  host: 'example.com',
  path: CLIENT_FILE_PATH,
  homeserver: 'matrix.example.com',
  baseUrl: 'https://matrix.example.com',
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
  const home = homeserverOf(facts) ?? fallbackHomeserver(delegated?.hostname, typed);
  const isApi = place?.path.startsWith('/_matrix/') ?? false;
  const homeserver = isApi && place !== undefined ? place : home;
  return {
    host: place?.host ?? plainHost(values.host) ?? (isAboutTls(check.id) ? plainHost(values.name) : undefined) ?? typed,
    path: place?.path ?? pathOfArea(check.id),
    homeserver: homeserver.host,
    baseUrl: homeserver.origin,
    fileHost: plainHost(values.delegate) ?? plainHost(delegated?.hostname) ?? home.host,
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

interface UrlParts {
  readonly host: string;
  /** `https://host`, with its port where that is not 443. */
  readonly origin: string;
  readonly path: string;
}

/** Of a URL whose host and path are plain; query and fragment are left out. */
const urlParts = (url: string | undefined): UrlParts | undefined => {
  const reading = url === undefined ? undefined : readBaseUrl(url);
  if (reading?.kind !== 'valid' || url === undefined) return undefined;
  const host = plainHost(reading.baseUrl.host);
  const path = plainPath(/^[^:]+:\/\/[^/?#]*([^?#]*)/.exec(url)?.[1]);
  if (host === undefined || path === undefined) return undefined;
  const { port } = reading.baseUrl;
  return { host, origin: `https://${port === 443 ? host : hostAndPort(host, port)}`, path };
};

/** Where the client file leads, if to anywhere. */
const homeserverOf = (facts: Facts): UrlParts | undefined => {
  const { baseUrl } = clientSection(facts);
  const reading = baseUrl === null ? undefined : readBaseUrl(baseUrl);
  return reading?.kind === 'valid' && reading.baseUrl.scheme === 'https'
    ? urlParts(`${origin(reading.baseUrl)}/`)
    : undefined;
};

const origin = ({ host, port }: { readonly host: string; readonly port: number }): string =>
  `https://${hostAndPort(host, port)}`;

const fallbackHomeserver = (delegated: string | undefined, typed: string): UrlParts => {
  const host = plainHost(delegated) ?? typed;
  return { host, origin: `https://${host}`, path: '/' };
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
