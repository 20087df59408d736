import { isIPv6 } from 'node:net';
import { serverNameProblem } from './server-name-problem.js';

/**
 * The server name grammar of the appendices ("Server Name"), byte for byte: no lower-casing, no WHATWG URL.
 * `hostname` is as written, IPv6 with its brackets; `port` null where none was written.
 */
export interface ServerName {
  readonly text: string;
  readonly hostname: string;
  readonly port: number | null;
  readonly kind: 'dns' | 'ipv4' | 'ipv6';
}

/** Why a text is not a server name. */
export type ServerNameFault =
  | 'empty'
  | 'scheme'
  | 'path'
  | 'user-info'
  | 'blank'
  | 'ipv6-without-brackets'
  | 'invalid-ipv6'
  | 'invalid-ipv4'
  | 'invalid-port'
  | 'port-out-of-range'
  | 'non-ascii'
  | 'wildcard'
  | 'invalid-character'
  | 'empty-label'
  | 'label-too-long'
  | 'too-long';

/**
 * What is wrong, and what the admin most likely meant, as one plain sentence each without a full stop, beginning in lower case;
 * `hint` null where nobody can tell.
 */
export interface ServerNameProblem {
  readonly fault: ServerNameFault;
  readonly message: string;
  readonly hint: string | null;
}

export type ServerNameReading =
  | { readonly kind: 'valid'; readonly serverName: ServerName }
  | { readonly kind: 'invalid'; readonly problem: ServerNameProblem };

/** How a server name was found in what the user typed. */
export type InputForm = 'server-name' | 'trimmed' | 'user-id' | 'room-alias' | 'url';

/** What the user typed, and the server name taken out of it. */
export interface InputReading {
  readonly typed: string;
  readonly form: InputForm;
  readonly reading: ServerNameReading;
}

/**
 * Reads a whole text as a server name (appendices, "Server Name"). Stricter than its ABNF where the prose or DNS demands it: octets of an
 * IPv4 address up to 255 and without leading zeros, labels of 1 to 63 characters, DNS names up to 253, ports 1 to 65535.
 */
export const parseServerName = (text: string): ServerNameReading => {
  const fault = foreignSyntax(text) ?? (text.startsWith('[') ? undefined : ambiguousColons(text));
  if (fault !== undefined) return invalid(fault, text);

  const { hostname, portText } = splitPort(text);
  const hostnameReading = readHostname(hostname);
  if (hostnameReading.fault !== undefined) return invalid(hostnameReading.fault, text);
  if (portText !== null && !/^[0-9]{1,5}$/.test(portText)) return invalid('invalid-port', text);
  const port = portText === null ? null : Number(portText);
  if (port !== null && (port < 1 || port > 65_535)) return invalid('port-out-of-range', text);
  if (text.length > MAX_TEXT_LENGTH) return invalid('too-long', text);
  return { kind: 'valid', serverName: { text, hostname, port, kind: hostnameReading.kind } };
};

/** Reads what a person typed: a server name, or a user ID, room alias, Matrix URI or https URL that holds one, blanks around it ignored. */
export const readInput = (typed: string): InputReading => {
  const trimmed = typed.trim();
  const identifier = matrixToIdentifier(trimmed) ?? matrixUriIdentifier(trimmed) ?? trimmed;
  const afterFirstColon = /^([@#!])[^:]*:(.*)$/su.exec(identifier);
  if (afterFirstColon !== null) {
    const form = afterFirstColon[1] === '@' ? 'user-id' : 'room-alias';
    return { typed, form, reading: parseServerName(afterFirstColon[2] ?? '') };
  }
  const authority = /^https?:\/\/([^/?#\\]*)/iu.exec(trimmed);
  if (authority !== null) return { typed, form: 'url', reading: parseServerName(authority[1] ?? '') };
  return { typed, form: trimmed === typed ? 'server-name' : 'trimmed', reading: parseServerName(trimmed) };
};

/** The name to ask DNS for and to put into SNI: the hostname without a final dot; for an IPv6 literal, without brackets. */
export const bareHostname = (serverName: ServerName): string =>
  serverName.kind === 'ipv6' ? serverName.hostname.slice(1, -1) : serverName.hostname.replace(/\.$/, '');

export const isIpLiteral = (serverName: ServerName): boolean => serverName.kind !== 'dns';

/** `203.0.113.5:443`, `[2001:db8::5]:443`: how an address, or a host, with its port is written everywhere in this tool. */
export const hostAndPort = (host: string, port: number): string =>
  host.includes(':') && !host.startsWith('[') ? `[${host}]:${port}` : `${host}:${port}`;

/** A user ID of 255 bytes (appendices, "User Identifiers") would have room for nothing else. */
const MAX_TEXT_LENGTH = 255;
/** RFC 1035: 255 octets on the wire, that is 253 visible characters without the final dot. */
const MAX_DNS_LENGTH = 253;
const MAX_LABEL_LENGTH = 63;

const invalid = (fault: ServerNameFault, text: string): ServerNameReading => ({
  kind: 'invalid',
  problem: serverNameProblem(fault, text),
});

/** What shows that the text is something else than a server name, most telling first. */
const foreignSyntax = (text: string): ServerNameFault | undefined => {
  if (text === '') return 'empty';
  if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(text)) return 'scheme';
  if (text.includes('@')) return 'user-info';
  if (/[/?#\\]/u.test(text)) return 'path';
  if (/\s/u.test(text)) return 'blank';
  if (/[^\x00-\x7f]/u.test(text)) return 'non-ascii';
  return undefined;
};

/** More than one colon outside of brackets: an IPv6 address without them, or two ports. */
const ambiguousColons = (text: string): ServerNameFault | undefined => {
  if (text.split(':').length <= 2) return undefined;
  if (text.includes(']')) return 'invalid-ipv6';
  return isIPv6(text) ? 'ipv6-without-brackets' : 'invalid-port';
};

/** The port begins behind the closing bracket, or behind the only colon; `portText` null where there is no colon. */
const splitPort = (text: string): { readonly hostname: string; readonly portText: string | null } => {
  const colon = text.indexOf(':', text.startsWith('[') ? text.indexOf(']') + 1 || text.length : 0);
  return colon === -1
    ? { hostname: text, portText: null }
    : { hostname: text.slice(0, colon), portText: text.slice(colon + 1) };
};

type HostnameReading =
  | { readonly kind: ServerName['kind']; readonly fault?: undefined }
  | { readonly fault: ServerNameFault };

const readHostname = (hostname: string): HostnameReading => {
  if (hostname.startsWith('[')) return isBracketedIPv6(hostname) ? { kind: 'ipv6' } : { fault: 'invalid-ipv6' };
  if (/^[0-9]{1,3}(\.[0-9]{1,3}){3}$/.test(hostname)) {
    return hostname.split('.').every((octet) => /^(0|[1-9][0-9]*)$/.test(octet) && Number(octet) <= 255)
      ? { kind: 'ipv4' }
      : { fault: 'invalid-ipv4' };
  }
  const fault = dnsNameFault(hostname);
  return fault === undefined ? { kind: 'dns' } : { fault };
};

/** `isIPv6` alone would let zone identifiers through. */
const isBracketedIPv6 = (hostname: string): boolean =>
  /^\[[0-9A-Fa-f:.]{2,45}\]$/.test(hostname) && isIPv6(hostname.slice(1, -1));

const dnsNameFault = (hostname: string): ServerNameFault | undefined => {
  if (hostname === '') return 'empty';
  if (hostname.includes('*')) return 'wildcard';
  if (/[^0-9A-Za-z.-]/.test(hostname)) return 'invalid-character';
  const visible = hostname.replace(/\.$/, '');
  if (visible.split('.').includes('')) return 'empty-label';
  if (visible.split('.').some((label) => label.length > MAX_LABEL_LENGTH)) return 'label-too-long';
  return visible.length > MAX_DNS_LENGTH ? 'too-long' : undefined;
};

/** The user, room or alias that a matrix.to link leads to; undefined for any other text. */
const matrixToIdentifier = (text: string): string | undefined =>
  percentDecoded(/^https?:\/\/matrix\.to\/?#\/([^/?]*)/iu.exec(text)?.[1] ?? '');

/** The same for a Matrix URI, which has no sigil (appendices, "Matrix URI scheme"): `matrix:u/me:example.com` is `@me:example.com`. */
const matrixUriIdentifier = (text: string): string | undefined => {
  const [, type, encoded] = /^matrix:(?:\/\/[^/?#]*\/)?([^/?#]*)\/([^/?#]*)/iu.exec(text) ?? [];
  const sigil = MATRIX_URI_SIGILS.get(type ?? '');
  const identifier = percentDecoded(encoded ?? '');
  return sigil === undefined || identifier === undefined ? undefined : `${sigil}${identifier}`;
};

const MATRIX_URI_SIGILS: ReadonlyMap<string, string> = new Map([
  ['u', '@'],
  ['r', '#'],
  ['roomid', '!'],
]);

/** undefined for a text without anything in it, or that cannot be decoded. */
const percentDecoded = (encoded: string): string | undefined => {
  if (encoded === '') return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
};
