import { domainToASCII } from 'node:url';
import { parseServerName, type ServerName, type ServerNameProblem } from './server-name.js';

/** What the host of a URL may be and a server name may not. */
export type UrlHostOddity = 'underscore-in-host' | 'non-ascii-host';

export type UrlHostReading =
  | {
      readonly kind: 'valid';
      /** As written (IPv6 in brackets), except that an internationalised name is in its punycode form, as DNS has it. */
      readonly host: string;
      readonly port: number | null;
      readonly oddity: UrlHostOddity | null;
    }
  | { readonly kind: 'invalid'; readonly problem: ServerNameProblem };

/** Host and port of an http or https URL, without user info: a server name, or a name with "_" or other than ASCII letters, which browsers accept. */
export const readUrlHost = (authority: string): UrlHostReading => {
  // RFC 3986 allows a colon without a port.
  const text = authority.replace(/(?<=.):$/u, '');
  const strict = parseServerName(text);
  if (strict.kind === 'valid') return valid(strict.serverName, strict.serverName.hostname, null);

  const [, written = '', port = ''] = /^([^:]*)(:[0-9]+)?$/u.exec(text) ?? [];
  const isAscii = /^[\x00-\x7f]*$/u.test(written);
  const host = isAscii ? written : domainToASCII(written);
  // The rest of the grammar still holds, and "-" is what "_" is most like.
  const lenient = parseServerName(host.replaceAll('_', '-') + port);
  if (host === '' || lenient.kind === 'invalid') return strict;
  return valid(lenient.serverName, host, isAscii ? 'underscore-in-host' : 'non-ascii-host');
};

const valid = ({ port }: ServerName, host: string, oddity: UrlHostOddity | null): UrlHostReading => ({
  kind: 'valid',
  host,
  port,
  oddity,
});
