import { hostAndPort } from '../spec/server-name.js';
import { readUrlHost } from '../spec/url-host.js';

/** An https URL taken apart. `host` is as in the URL (IPv6 in brackets), `path` has the query and begins with a slash. */
export interface HttpsUrl {
  readonly text: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

export type LocationReading =
  | { readonly kind: 'no-location' }
  | { readonly kind: 'https'; readonly url: HttpsUrl }
  | { readonly kind: 'plain-http' }
  | { readonly kind: 'bad-location' };

export const httpsUrl = (host: string, port: number, path: string): HttpsUrl => ({
  text: `https://${port === 443 ? host : hostAndPort(host, port)}${path}`,
  host,
  port,
  path,
});

/**
 * Resolves the values of the Location lines against the URL that gave them. Lines that say the same count once, as browsers have it. A URL with
 * a user name or a password is not followed (Fetch standard, "HTTP-redirect fetch"; RFC 9110, 4.2.4).
 *
 * The WHATWG parser is what browsers use, so it is used here, but only on the redirect: it would rewrite a server name (`1.2.3` to `1.2.0.3`),
 * so the current host never passes through it.
 */
export const readLocation = (locations: readonly string[], current: HttpsUrl): LocationReading => {
  const [location, ...others] = new Set(locations);
  if (location === undefined) return { kind: 'no-location' };
  const base = `https://${PLACEHOLDER}${current.path}`;
  if (others.length > 0 || !URL.canParse(location, base)) return { kind: 'bad-location' };
  const url = new URL(location, base);
  if (url.username !== '' || url.password !== '') return { kind: 'bad-location' };
  if (url.protocol === 'http:') return { kind: 'plain-http' };
  if (url.protocol !== 'https:') return { kind: 'bad-location' };

  const path = `${url.pathname}${url.search}`;
  if (url.host === PLACEHOLDER) return { kind: 'https', url: httpsUrl(current.host, current.port, path) };
  const reading = readUrlHost(url.host);
  if (reading.kind === 'invalid') return { kind: 'bad-location' };
  return { kind: 'https', url: httpsUrl(reading.host, reading.port ?? 443, path) };
};

/** Stands for the current host; `.invalid` exists nowhere (RFC 6761). */
const PLACEHOLDER = 'the-current-host.invalid';
