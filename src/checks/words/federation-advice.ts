import { bodyText } from '../../facts/body-text.js';
import type { Destination } from '../../facts/destination.js';
import type { HttpResponse } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { headerValues } from '../../spec/header-lines.js';
import { isJsonObject, readJson } from '../../spec/json.js';
import { cloudflareAdvice } from './cloudflare-advice.js';

/** What to do where a homeserver should answer a federation request, and `response` came instead: one or two sentences. */
export const federationAdvice = (response: HttpResponse, { hostHeader, port }: Destination): string => {
  if (headerValues(response.headers, 'cf-mitigated').length > 0) {
    return 'This is a challenge of the bot protection of Cloudflare: add a rule that lets /_matrix/ through, since servers cannot solve it.';
  }
  if (response.status === 400 && demandsCertificate(response)) return CLIENT_CERTIFICATE;
  if (response.status === 404) return isMatrixError(response) ? NO_FEDERATION : notForwarded(hostHeader, port);
  if ((response.status === 401 || response.status === 403) && isMatrixError(response)) return CLOSED;
  return (
    ADVICE[response.status] ??
    cloudflareAdvice(response.status) ??
    (response.status >= 500 ? UPSTREAM : notForwarded(hostHeader, port))
  );
};

/** An error in the form that every Matrix server uses. */
export const matrixErrorCode = (response: HttpResponse): string | null => {
  const body = seenValue(response.body);
  const json = readJson(body === undefined ? null : bodyText(body));
  return json.kind === 'json' && isJsonObject(json.value) && typeof json.value.errcode === 'string'
    ? json.value.errcode
    : null;
};

const isMatrixError = (response: HttpResponse): boolean => matrixErrorCode(response) !== null;

/** nginx says so in a page of its own, after the handshake. */
const demandsCertificate = (response: HttpResponse): boolean => {
  const body = seenValue(response.body);
  return body?.encoding === 'utf8' && /No required SSL certificate was sent/i.test(body.content);
};

const CLIENT_CERTIFICATE =
  'The web server demands a client certificate, which no other server shows. In nginx, turn ssl_verify_client off in the server block that answers there, or make it optional where other paths of that site need one.';

const NO_FEDERATION =
  'A Matrix server answers, but does not federate there. Synapse: add "federation" to the resources of the listener, or of the worker that the proxy forwards to. Continuwuity and its kin: allow_federation = true. If it is meant to be closed, ignore this.';

const CLOSED =
  'A homeserver answers, and refuses by itself: its federation is switched off (Continuwuity and its kin: allow_federation = false). If it is meant to be closed, ignore this.';

const notForwarded = (hostHeader: string, port: number): string =>
  `Forward /_matrix to the homeserver in the site that answers to "Host: ${hostHeader}" on port ${port}. If that is there already, another site answers: compare the names and ports that its configuration has for each site.`;

const UPSTREAM =
  'The reverse proxy gets no good answer from the homeserver: is that running (systemctl status matrix-synapse), and does the proxy forward to its port (Synapse: 8008, plain HTTP)?';

const ADVICE: Readonly<Record<number, string>> = {
  400: 'Often plain HTTP that is sent to an HTTPS port, a proxy that changes the Host header, or a demand for a client certificate (nginx: ssl_verify_client). See its log.',
  401: 'Take the password protection or login page away from /_matrix: servers have no account there.',
  403: 'Let everybody through to /_matrix: see the rules of the web server, of the bot protection and of the firewall in front of it, also those that block by country or User-Agent.',
  421: 'The proxy asks its upstream for the wrong name: let it send the name of the homeserver in the handshake (SNI).',
  429: 'Exempt /_matrix from the rate limits of the web server: the homeserver has its own.',
  502: UPSTREAM,
  503: UPSTREAM,
  504: UPSTREAM,
};
