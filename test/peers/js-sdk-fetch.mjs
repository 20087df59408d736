import { once } from 'node:events';
import { fetch, Response, request } from 'undici';

const WITHOUT_BODY = [101, 103, 204, 205, 304];

/** `fetch` as in Node: by the Fetch standard, but for CORS and mixed content, which are a browser's. */
export const nodeFetch = (dispatcher) => (resource, options) => fetch(resource, { ...options, dispatcher });

/**
 * `fetch` as a page of a web client has it, for a GET without headers of its own: no preflight, but the CORS check on every hop, and no plain
 * HTTP. undici makes no CORS check and joins header lines, so that the hops are gone by hand.
 */
export const browserFetch =
  (dispatcher, { corsCheck, originsAlongChain, MAX_REDIRECTS, REDIRECT_STATUSES, WEB_CLIENT_ORIGIN }) =>
  async (resource, { method, signal }) => {
    const urls = [];
    // undici's request hears of the end of patience only once it is connected.
    const aborted = once(signal, 'abort').then(() => Promise.reject(signal.reason));
    aborted.catch(() => undefined);
    for (let url = new URL(resource); ; ) {
      if (url.protocol !== 'https:') throw new TypeError('Failed to fetch: mixed content');
      urls.push(url.href);
      const origin = originsAlongChain(WEB_CLIENT_ORIGIN, urls).at(-1);
      const { statusCode, headers, body } = await Promise.race([
        aborted,
        request(url, {
          dispatcher,
          method,
          signal,
          headers: { accept: '*/*', origin },
          responseHeaders: 'raw',
        }),
      ]);
      const lines = headerLines(headers);
      const location = REDIRECT_STATUSES.includes(statusCode) ? oneLocation(lines) : undefined;
      const check = corsCheck(lines, origin);
      if (check.kind === 'readable' && location === undefined) {
        return new Response(WITHOUT_BODY.includes(statusCode) ? null : body, { status: statusCode });
      }
      await body.dump();
      if (check.kind === 'blocked') throw new TypeError(`Failed to fetch: CORS (${check.fault})`);
      url = new URL(location, url);
      if (urls.length > MAX_REDIRECTS) throw new TypeError('Failed to fetch: too many redirects');
      if (url.username !== '' || url.password !== '') throw new TypeError('Failed to fetch: a user name in a redirect');
    }
  };

/** undici gives them as `[name, value, name, value ...]`. */
const headerLines = (raw) =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[String(name), String(raw[index + 1])]] : []));

/** Fetch standard, "location URL": several lines that differ are a network error. */
const oneLocation = (lines) => {
  const values = new Set(lines.filter(([name]) => /^location$/i.test(name)).map(([, value]) => value));
  if (values.size > 1) throw new TypeError('Failed to fetch: several locations');
  return [...values][0];
};
