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

/** What is wrong, and what the admin most likely meant, as one plain sentence each without a full stop; `hint` null where nobody can tell. */
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

/** Reads a whole text as a server name (appendices, "Server Name"). */
export const parseServerName = (text: string): ServerNameReading => {
  throw new Error(`not written yet: ${text}`);
};

/** Reads what a person typed: a server name, or a user ID, room alias, or https URL that holds one, blanks around it ignored. */
export const readInput = (typed: string): InputReading => {
  throw new Error(`not written yet: ${typed}`);
};

/** The name to ask DNS for and to put into SNI: the hostname without a final dot; for an IPv6 literal, without brackets. */
export const bareHostname = (serverName: ServerName): string => {
  throw new Error(`not written yet: ${serverName.text}`);
};

export const isIpLiteral = (serverName: ServerName): boolean => serverName.kind !== 'dns';

/** `203.0.113.5:443`, `[2001:db8::5]:443`: how an address, or a host, with its port is written everywhere in this tool. */
export const hostAndPort = (host: string, port: number): string =>
  host.includes(':') && !host.startsWith('[') ? `[${host}]:${port}` : `${host}:${port}`;
