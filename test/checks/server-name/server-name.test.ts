import { describe, expect, it } from 'vitest';
import { serverNameChecks } from '../../../src/checks/server-name/index.js';
import { readInput } from '../../../src/spec/server-name.js';
import { failing, say } from '../client-facts.js';
import { healthyFacts, SETTING } from '../healthy-facts.js';

const typed = (input: string, allowPrivate = false) =>
  healthyFacts({ input: readInput(input), setting: { ...SETTING, allowPrivate } });

const found = (input: string, allowPrivate = false): readonly string[] =>
  serverNameChecks.flatMap((check) =>
    say(check, typed(input, allowPrivate))
      .filter((words) => words.startsWith('fail: '))
      .map((words) => `${check.id} ${words.slice('fail: '.length)}`),
  );

describe('what is typed', () => {
  it.each<[string, string]>([
    ['', 'This is not a server name: it is empty'],
    [
      '::1',
      'This is not a server name: it is an IPv6 address without brackets, so that nobody can tell the address from a port',
    ],
    [
      '256.1.1.1',
      'This is not a server name: it has the form of an IPv4 address but is none: each of the four numbers must be 0 to 255, without leading zeros',
    ],
    [
      'example.com/',
      'This is not a server name: it has "/" in it, and a server name ends before any path, query or fragment',
    ],
  ])('"%s" is no server name', (input, words) => {
    expect(found(input)).toEqual([`server-name/is-server-name ${words}`]);
  });

  it('gets a hint', () => {
    const [check] = serverNameChecks;
    const advice = (input: string) => check && failing(check, typed(input)).values.advice;
    expect(advice('::1')).toBe('Add the brackets: [::1]');
    expect(advice('256.1.1.1')).toContain('the part of your user IDs that follows the first colon');
  });

  it.each([
    ['@alice:example.com', 'example.com', 'a user ID'],
    ['#room:example.com:8448', 'example.com:8448', 'a room alias'],
    ['https://example.com/', 'example.com', 'a web address'],
    [' example.com ', 'example.com', 'an input with blanks around it'],
  ])('"%s" holds a server name', (input, name, form) => {
    expect(found(input)).toEqual([`server-name/taken-from-input The server name ${name} was taken out of ${form}`]);
  });
});

describe('the server name', () => {
  it.each(['example.com', 'matrix.example.com:8448', 'xn--bcher-kva.example', 'a-b.example'])('%s is fine', (input) => {
    expect(found(input)).toEqual([]);
  });

  const label = 'a'.repeat(58);
  const long = `${label}.${label}.${label}.${label}`;

  it.each([
    ['Example.COM', ['upper-case The server name Example.COM has upper-case letters']],
    ['example.com.', ['final-dot The server name example.com. has a final dot']],
    ['example.com:0443', ['port-leading-zeros The port of the server name example.com:0443 has leading zeros']],
    ['-a.example', ['hyphens A part of the server name -a.example begins or ends with a hyphen']],
    ['1.2.3', ['all-numeric The server name 1.2.3 ends in a number, as no domain does']],
    [long, ['at-most-230-characters The server name has 235 characters, more than 230']],
    ['chat', ['single-label The server name chat has no dot in it, so the public DNS does not know it']],
    ['192.0.2.1', ['ip-literal The server name 192.0.2.1 is an IP address']],
    [
      '[2001:DB8:0:0::1]:8448',
      [
        'ipv6-spelling The IPv6 address of the server name [2001:DB8:0:0::1]:8448 is usually written [2001:db8::1]:8448',
        'ip-literal The server name [2001:DB8:0:0::1]:8448 is an IP address',
      ],
    ],
  ])('%s', (input, words) => {
    expect(found(input)).toEqual(words.map((one) => `server-name/${one}`));
  });

  it('may have one label inside of a network that is meant to be closed', () => {
    expect(found('chat', true)).toEqual([]);
  });

  it('is not judged where it is none', () => {
    for (const check of serverNameChecks.slice(1))
      expect(say(check, typed('not a name'))).toEqual([expect.stringMatching(/^not-applicable: /)]);
  });

  it('says how it would be right', () => {
    const values = (id: string, input: string) => {
      const check = serverNameChecks.find((one) => one.id === `server-name/${id}`);
      return check === undefined ? {} : failing(check, typed(input)).values;
    };
    expect(values('upper-case', 'Example.COM:8448').lower).toBe('example.com:8448');
    expect(values('final-dot', 'example.com.:8448').bare).toBe('example.com:8448');
    expect(values('port-leading-zeros', 'example.com:0443').plain).toBe('example.com:443');
    expect(values('at-most-230-characters', long).left).toBe('18');
  });
});
