import type { HttpLook } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { type HeaderLines, headerValues } from '../../spec/header-lines.js';

/** Who may have added a header to an answer that has it twice: the web server in front, and what it passes the request on to. */
export interface LikelySources {
  /** "nginx (a line "add_header Access-Control-Allow-Origin ..." in its configuration)" */
  readonly front: string;
  /** "Synapse, which nginx passes the request on to and which sends the header by itself" */
  readonly behind: string;
}

/** `homeserver`: the software that is known to answer behind the web server; null where nobody knows. */
export const likelySources = ({ response }: HttpLook, homeserver: string | null): LikelySources => {
  const headers = seenValue(response)?.headers ?? [];
  const front = frontOf(headers);
  const software = isSynapse(headers) ? 'Synapse' : homeserver;
  return {
    front: front === null ? 'the web server in front (a line of its configuration)' : `${front.name} (${front.by})`,
    behind: `${software ?? 'the server behind it'}, which ${front?.name ?? 'it'} passes the request on to and which sends the header by itself`,
  };
};

const frontOf = (headers: HeaderLines): { readonly name: string; readonly by: string } | null => {
  const server = headerValues(headers, 'server')[0] ?? '';
  const found = FRONTS.find(({ pattern }) => pattern.test(server));
  return found === undefined ? null : { name: found.name, by: `a line "${found.line}" in its configuration` };
};

const FRONTS = [
  { pattern: /nginx|openresty|tengine/iu, name: 'nginx', line: 'add_header Access-Control-Allow-Origin ...' },
  { pattern: /apache/iu, name: 'Apache', line: 'Header always set Access-Control-Allow-Origin ...' },
  { pattern: /caddy/iu, name: 'Caddy', line: 'header Access-Control-Allow-Origin ...' },
];

/** It lets pages see a header of its own, on all that it answers to clients, the client file included. */
const isSynapse = (headers: HeaderLines): boolean =>
  headerValues(headers, 'access-control-expose-headers').some((value) => /synapse/iu.test(value));
