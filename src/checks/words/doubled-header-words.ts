import type { HttpLook } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { type HeaderLines, headerValues } from '../../spec/header-lines.js';

/**
 * Who has most likely added Access-Control-Allow-Origin to an answer that has it twice: the web server in front, known by its Server header, and
 * what it passes the request on to. `homeserver`: the software that is known to answer there; null where nobody knows.
 */
export const likelySources = ({ response }: HttpLook, homeserver: string | null): string => {
  const headers = seenValue(response)?.headers ?? [];
  const software = isSynapse(headers) ? 'Synapse' : homeserver;
  const behind = software === null ? 'the server behind it' : `${software} behind it`;
  return `${frontWords(headers)}, and ${behind}, which sends the header by itself`;
};

const frontWords = (headers: HeaderLines): string => {
  const server = headerValues(headers, 'server')[0] ?? '';
  const front = FRONTS.find(({ pattern }) => pattern.test(server));
  return front === undefined
    ? 'the web server in front, by a line in its configuration'
    : `${front.name}, by a line "${front.line} Access-Control-Allow-Origin ..." in its configuration`;
};

const FRONTS = [
  { pattern: /nginx|openresty|tengine/iu, name: 'nginx', line: 'add_header' },
  { pattern: /apache/iu, name: 'Apache', line: 'Header always set' },
  { pattern: /caddy/iu, name: 'Caddy', line: 'header' },
];

/** It lets pages see a header of its own, on all that it answers to clients, the client file included. */
const isSynapse = (headers: HeaderLines): boolean =>
  headerValues(headers, 'access-control-expose-headers').some((value) => /synapse/iu.test(value));
