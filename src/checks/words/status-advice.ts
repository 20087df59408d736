import { cloudflareAdvice } from './cloudflare-advice.js';

/** What to do where `url`, which everybody should get, is answered with a status that is neither 200 nor 404. */
export const statusAdvice = (status: number, url: string): string =>
  `${adviceOn(status, url.includes('/.well-known/'))} "curl -i ${url}" shows the answer.`;

const adviceOn = (status: number, isFile: boolean): string => {
  if (status === 403) return isFile ? `${HIDDEN_FILES} Else look for ${PROTECTION}` : `Look for ${PROTECTION}`;
  const advice = ADVICE[status] ?? cloudflareAdvice(status) ?? CLASS_ADVICE[Math.floor(status / 100)];
  if (advice === UPSTREAM && isFile) {
    return `${UPSTREAM} A file that the web server serves by itself survives a restart of the homeserver.`;
  }
  return advice ?? 'See in the log of the web server where that status comes from.';
};

const HIDDEN_FILES =
  'Let the path through: a rule against hidden files or directories matches /.well-known, most often.';

const PROTECTION =
  'a firewall or bot protection in front of the site, which may refuse only programs that it does not know, and switch it off for /.well-known/matrix/ and /_matrix/.';

const UPSTREAM =
  'The web server passes the request on and gets no good answer from what is behind it. See that the service runs, and that the proxy uses the right port, Host header and TLS name.';

const ADVICE: Readonly<Record<number, string>> = {
  400: 'Often a request that was sent to an HTTPS port as plain HTTP, a proxy that changes the Host header, or a demand for a client certificate, which clients and servers do not have (nginx: turn ssl_verify_client off).',
  401: 'Take the path out of the password protection.',
  405: 'Let the web server answer GET requests for this path.',
  410: 'Serve it again, or answer 404 if there shall be none.',
  421: 'The web server does not know that host name under this certificate. A proxy in front of it must send the right Host header and TLS name.',
  429: 'Exempt the path from rate limits and bot protection.',
  451: 'See who blocks the page, and have the path let through.',
  502: UPSTREAM,
  503: UPSTREAM,
  504: UPSTREAM,
};

const CLASS_ADVICE: Readonly<Record<number, string>> = {
  2: 'Answer with status 200 and the JSON text in the body.',
  3: 'Answer with status 200 at this very address, without a redirect or a condition.',
  4: 'See in the log of the web server which rule refuses the request, and let it through.',
  5: 'See in the error log of the web server, and of the service behind it, what fails.',
};
