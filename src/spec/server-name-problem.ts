import { domainToASCII } from 'node:url';
import type { ServerNameFault, ServerNameProblem } from './server-name.js';
import { characterWords, shortened } from './text-words.js';

/** Puts a fault of a text that is no server name into words, with a guess at what was meant. */
export const serverNameProblem = (fault: ServerNameFault, text: string): ServerNameProblem => ({
  fault,
  ...WORDS[fault](text),
});

type Words = (text: string) => { readonly message: string; readonly hint: string | null };

const WORDS = {
  empty: (text) =>
    text === ''
      ? { message: 'it is empty', hint: null }
      : { message: 'there is no name before the port', hint: `write the name first: example.com${shortened(text)}` },
  scheme: (text) => ({
    message: `it begins with a scheme ("${shortened(/^[^:]*:\/\//u.exec(text)?.[0] ?? '')}"), and a server name has none`,
    hint: leave('the scheme and the path', nameInUrl(text)),
  }),
  path: (text) => {
    const position = text.search(/[/?#\\]/u);
    return {
      message: `it has "${text.charAt(position)}" in it, and a server name ends before any path, query or fragment`,
      hint: leave(text.length === position + 1 ? 'the final character' : 'the path', text.slice(0, position)),
    };
  },
  'user-info': (text) => ({
    message: 'it has "@" in it, which belongs to user IDs and e-mail addresses, not to server names',
    hint: leave(
      'the user',
      /^@[^:]*:/u.test(text) ? text.slice(text.indexOf(':') + 1) : text.slice(text.lastIndexOf('@') + 1),
    ),
  }),
  blank: (text) => ({
    message: `it has a blank in it (${characterWords(/\s/u.exec(text)?.[0] ?? ' ')})`,
    hint: leave('the blanks', text.replace(/\s+/gu, '')),
  }),
  'ipv6-without-brackets': (text) => ({
    message: 'it is an IPv6 address without brackets, so that nobody can tell the address from a port',
    hint: `add the brackets: [${shortened(text.replace(/%.*$/u, ''))}]`,
  }),
  'invalid-ipv6': (text) => ({ message: ipv6Fault(text), hint: ipv6Hint(text) }),
  'invalid-ipv4': (text) => ({
    message: `it has the form of an IPv4 address but is none: each of the four numbers must be 0 to 255, without leading zeros`,
    hint: ipv4Hint(text),
  }),
  'invalid-port': (text) => ({
    message: invalidPort(text),
    hint: leave('what stands behind the name', /\.|\]/u.test(nameAndRest(text)[0]) ? nameAndRest(text)[0] : ''),
  }),
  'port-out-of-range': (text) => ({
    message: `the port is ${text.slice(text.lastIndexOf(':') + 1)}, and only 1 to 65535 exist`,
    hint: null,
  }),
  'non-ascii': (text) => ({
    message: `it has a character outside of ASCII (${characterWords(/[^\x00-\x7f]/u.exec(text)?.[0] ?? '')})`,
    hint: punycodeHint(text),
  }),
  wildcard: () => ({ message: 'it has "*" in it, and a server name is one name, not a pattern', hint: null }),
  'invalid-character': (text) => ({
    message: `it has a character in it that is neither a letter, a digit, "-" nor "." (${characterWords(/[^0-9A-Za-z.:-]/u.exec(text)?.[0] ?? '')})`,
    hint: null,
  }),
  'empty-label': (text) => ({
    message: 'two dots follow each other, or it begins with one, so that a part of the name is empty',
    hint: leave(
      'the surplus dots',
      text
        .replace(/\.{2,}/gu, '.')
        .replace(/^\./u, '')
        .replace(/\.(?=:|$)/u, ''),
    ),
  }),
  'label-too-long': (text) => ({
    message: `the part "${shortened(text.split(/[.:]/u).find((label) => label.length > 63) ?? '')}" is longer than the 63 characters that DNS allows`,
    hint: null,
  }),
  'too-long': (text) => ({
    message: `it is ${text.length} characters long, and neither DNS (253) nor user IDs (255) have room for that`,
    hint: null,
  }),
} as const satisfies Record<ServerNameFault, Words>;

const leave = (what: string, rest: string): string | null =>
  /^(\[[0-9a-f:.]+\]|[0-9a-z.-]+)(:[0-9]{1,5})?$/iu.test(rest) ? `leave out ${what}: ${shortened(rest)}` : null;

const nameInUrl = (text: string): string => {
  const authority = text.replace(/^[^:]*:\/\//u, '').replace(/[/?#\\].*$/su, '');
  return authority.slice(authority.lastIndexOf('@') + 1);
};

/** The text before the port's colon, and what stands behind it. */
const nameAndRest = (text: string): readonly [name: string, rest: string] => {
  const parts = /^(\[[^\]]*\]|[^:]*):?(.*)$/su.exec(text);
  return [parts?.[1] ?? '', parts?.[2] ?? ''];
};

const invalidPort = (text: string): string => {
  const behind = nameAndRest(text)[1];
  if (behind === '') return 'there is a colon but no port behind it';
  if (behind.includes(':')) return 'there is more than one colon in it, and a name has at most one port';
  return `the port is "${shortened(behind)}", and a port has 1 to 5 digits and nothing else`;
};

const ipv6Fault = (text: string): string => {
  if (!text.startsWith('[')) return 'there is a closing bracket without an opening one';
  if (!text.includes(']')) return 'the closing bracket of the IPv6 address is missing';
  const inside = text.slice(1, text.indexOf(']'));
  if (inside.includes('%')) return 'the IPv6 address has a zone ("%"), which means nothing outside of one machine';
  if (/^[0-9.]+$/u.test(inside)) return 'brackets are for IPv6 addresses only';
  return /^\[[^\]]*\](:|$)/u.test(text)
    ? 'what stands in the brackets is not an IPv6 address'
    : 'behind the closing bracket only a colon and a port may follow';
};

const ipv6Hint = (text: string): string | null => {
  if (/^\[[0-9a-f:.]+\][0-9]{1,5}$/iu.test(text)) return `add a colon before the port: ${text.replace(']', ']:')}`;
  if (/^\[[0-9.]+\]/u.test(text)) return `leave out the brackets: ${shortened(text.replace(/[[\]]/gu, ''))}`;
  if (/^\[[0-9a-f:.]+$/iu.test(text)) return `add the closing bracket: ${shortened(text)}]`;
  if (/^[0-9a-f:.]+\](:[0-9]{1,5})?$/iu.test(text)) return `add the opening bracket: [${shortened(text)}`;
  return null;
};

/** Leading zeros are read as octal by some programs, so the plain form is a guess only where decimal is in range. */
const ipv4Hint = (text: string): string | null => {
  const [address = '', port] = text.split(':');
  const octets = address.split('.').map(Number);
  if (octets.some((octet) => octet > 255)) return null;
  return `leave out the leading zeros: ${octets.join('.')}${port === undefined ? '' : `:${port}`}`;
};

const punycodeHint = (text: string): string | null => {
  const [name, rest] = nameAndRest(text);
  const ascii = domainToASCII(name);
  if (ascii.length > 253) return null;
  return /^[0-9a-z-]+(\.[0-9a-z-]+)*\.[a-z][0-9a-z-]+$/u.test(ascii) && /^[0-9]{0,5}$/u.test(rest)
    ? `write the punycode form: ${ascii}${rest === '' ? '' : `:${rest}`}`
    : null;
};
