import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';

/** The query parameter by which a request says which hop of which case it is: `12.0` is the first hop of case 12. */
export const HOP = 'hop';

/**
 * Web servers for all hosts: each of `pages`, which are origins, has an empty page at `/`, and every URL of a hop is answered with the header
 * lines of the hop, byte for byte. A hop is `{ url, preflight, answer }`, an answer `{ status, headers }`.
 * @param hops by what their URL has as the parameter `hop`
 * @returns the ports, `seen(key)`: the requests for a hop in the order of arrival, and `close()`
 */
export const openCorsServer = async ({ certificate, key, pages, hops }) => {
  const seen = new Map([...hops.keys()].map((hop) => [hop, []]));
  const answer = (scheme) => (request, response) => {
    const url = new URL(request.url, `${scheme}://${request.headers.host}`);
    if (pages.some((page) => url.href === `${page}/`)) return response.end('<!doctype html><title>page</title>');
    const hop = hops.get(url.searchParams.get(HOP));
    if (hop?.url !== url.href) return response.writeHead(404).end();
    seen.get(url.searchParams.get(HOP)).push(requestLine(request, url));
    const text = answerText(request.method === 'OPTIONS' ? hop.preflight : hop.answer);
    request.resume().on('end', () => request.socket.end(text, 'latin1'));
  };
  const servers = [createTlsServer({ cert: certificate, key }, answer('https')), createServer(answer('http'))];
  const [tlsPort, plainPort] = await Promise.all(servers.map(listen));
  return {
    tlsPort,
    plainPort,
    seen: (hop) => seen.get(hop),
    close: () => Promise.all(servers.map(close)),
  };
};

/** "GET https://example.com origin=https://app.element.io", "OPTIONS https://example.com origin=null method=PUT headers=authorization" */
export const describeRequest = ({ method, origin, from, forMethod, forHeaders, token }) =>
  [
    method,
    origin,
    from === undefined ? '' : `origin=${from}`,
    forMethod === undefined ? '' : `method=${forMethod}`,
    forHeaders === undefined ? '' : `headers=${forHeaders}`,
    token ? 'with token' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');

const requestLine = ({ method, headers }, url) =>
  describeRequest({
    method,
    origin: url.origin,
    from: headers.origin,
    forMethod: headers['access-control-request-method'],
    forHeaders: headers['access-control-request-headers'],
    token: headers.authorization !== undefined,
  });

/** Node would mend or refuse some of these header lines, so the answer is written by hand. */
const answerText = ({ status, headers }) => {
  const body = BODILESS.includes(status) ? '' : '{}';
  const lines = [
    `HTTP/1.1 ${status} Status`,
    ...headers.map(([name, value]) => `${name}:${value === '' ? '' : ` ${value}`}`),
    ...(BODILESS.includes(status) ? [] : ['Content-Type: application/json', `Content-Length: ${body.length}`]),
    'Connection: close',
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
};

const BODILESS = [204, 205, 304];

const listen = (server) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server.address().port));
  });

const close = (server) =>
  new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
