import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bareHostname,
  hostAndPort,
  isIpLiteral,
  parseServerName,
  readInput,
  type ServerNameFault,
} from '../../src/spec/server-name.js';

const label63 = 'a'.repeat(63);
const name253 = `${label63}.${label63}.${label63}.${'b'.repeat(61)}`;

describe('parseServerName takes', () => {
  const valid: readonly (readonly [
    text: string,
    hostname: string,
    port: number | null,
    kind: 'dns' | 'ipv4' | 'ipv6',
  ])[] = [
    ['matrix.org', 'matrix.org', null, 'dns'],
    ['matrix.org:8888', 'matrix.org', 8888, 'dns'],
    ['1.2.3.4', '1.2.3.4', null, 'ipv4'],
    ['1.2.3.4:1234', '1.2.3.4', 1234, 'ipv4'],
    ['0.0.0.0', '0.0.0.0', null, 'ipv4'],
    ['255.255.255.255:65535', '255.255.255.255', 65535, 'ipv4'],
    ['[1234:5678::abcd]', '[1234:5678::abcd]', null, 'ipv6'],
    ['[1234:5678::abcd]:5678', '[1234:5678::abcd]', 5678, 'ipv6'],
    ['[::]', '[::]', null, 'ipv6'],
    ['[::1]:8448', '[::1]', 8448, 'ipv6'],
    ['[::ffff:1.2.3.4]', '[::ffff:1.2.3.4]', null, 'ipv6'],
    ['[2001:DB8::1]', '[2001:DB8::1]', null, 'ipv6'],
    ['localhost:8448', 'localhost', 8448, 'dns'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example', null, 'dns'],
    ['a-b.example:0443', 'a-b.example', 443, 'dns'],
    ['example.com:00443', 'example.com', 443, 'dns'],
    ['1.2.3', '1.2.3', null, 'dns'],
    ['1.2.3.4.5', '1.2.3.4.5', null, 'dns'],
    ['12345', '12345', null, 'dns'],
    ['foo.1.2.3.4', 'foo.1.2.3.4', null, 'dns'],
    ['example.com.', 'example.com.', null, 'dns'],
    ['Example.COM', 'Example.COM', null, 'dns'],
    ['MATRIX.Example.com:443', 'MATRIX.Example.com', 443, 'dns'],
    ['-a.example', '-a.example', null, 'dns'],
    ['a-', 'a-', null, 'dns'],
    [name253, name253, null, 'dns'],
    [`${name253}.`, `${name253}.`, null, 'dns'],
    [`${'a.'.repeat(115)}a`, `${'a.'.repeat(115)}a`, null, 'dns'],
  ];
  it.each(valid)('%s', (text, hostname, port, kind) => {
    expect(parseServerName(text)).toEqual({ kind: 'valid', serverName: { text, hostname, port, kind } });
  });
});

describe('parseServerName refuses', () => {
  const invalid: readonly (readonly [text: string, fault: ServerNameFault, hint: string | null])[] = [
    ['', 'empty', null],
    [':8448', 'empty', 'write the name first: example.com:8448'],
    ['example.com:', 'invalid-port', 'leave out what stands behind the name: example.com'],
    ['example.com:123456', 'invalid-port', 'leave out what stands behind the name: example.com'],
    ['example.com:80a', 'invalid-port', 'leave out what stands behind the name: example.com'],
    ['example.com:+443', 'invalid-port', 'leave out what stands behind the name: example.com'],
    ['example.com:0x1bb', 'invalid-port', 'leave out what stands behind the name: example.com'],
    ['example.com:-1', 'invalid-port', 'leave out what stands behind the name: example.com'],
    ['example.com:443:443', 'invalid-port', 'leave out what stands behind the name: example.com'],
    ['[::1]:80a', 'invalid-port', 'leave out what stands behind the name: [::1]'],
    ['mailto:someone', 'invalid-port', null],
    ['1::2::3', 'invalid-port', null],
    ['example.com:٤٤٣', 'non-ascii', null],
    ['example.com:0', 'port-out-of-range', null],
    ['example.com:65536', 'port-out-of-range', null],
    ['[::1]:99999', 'port-out-of-range', null],
    ['::1', 'ipv6-without-brackets', 'add the brackets: [::1]'],
    ['2001:db8::1', 'ipv6-without-brackets', 'add the brackets: [2001:db8::1]'],
    ['fe80::1%eth0', 'ipv6-without-brackets', 'add the brackets: [fe80::1]'],
    ['[::1', 'invalid-ipv6', 'add the closing bracket: [::1]'],
    ['::1]', 'invalid-ipv6', 'add the opening bracket: [::1]'],
    ['[::1]8448', 'invalid-ipv6', 'add a colon before the port: [::1]:8448'],
    ['[]', 'invalid-ipv6', null],
    ['[:]', 'invalid-ipv6', null],
    ['[1.2.3.4]', 'invalid-ipv6', 'leave out the brackets: 1.2.3.4'],
    ['[fe80::1%25eth0]', 'invalid-ipv6', null],
    ['[fe80::1%eth0]', 'invalid-ipv6', null],
    ['[g::1]', 'invalid-ipv6', null],
    ['[1::2::3]', 'invalid-ipv6', null],
    ['[0001:0002:0003:0004:0005:0006:0007:0008:0009]', 'invalid-ipv6', null],
    ['ex_ample.com', 'invalid-character', null],
    ['_matrix._tcp.example.com', 'invalid-character', null],
    ['a~b.example', 'invalid-character', null],
    ['exa%6Dple.com', 'invalid-character', null],
    ['example.com\u0000', 'invalid-character', null],
    ['bücher.example', 'non-ascii', 'write the punycode form: xn--bcher-kva.example'],
    ['bücher.example:8448', 'non-ascii', 'write the punycode form: xn--bcher-kva.example:8448'],
    [`${'bücher.'.repeat(30)}example`, 'non-ascii', null],
    ['①②⑦.0.0.1', 'non-ascii', null],
    ['\ud800.example', 'non-ascii', null],
    ['exam ple.com', 'blank', 'leave out the blanks: example.com'],
    [' example.com', 'blank', 'leave out the blanks: example.com'],
    ['example.com\n', 'blank', 'leave out the blanks: example.com'],
    ['example.com\u00a0', 'blank', 'leave out the blanks: example.com'],
    ['*.example.com', 'wildcard', null],
    ['example.com/', 'path', 'leave out the final character: example.com'],
    ['example.com:443/', 'path', 'leave out the final character: example.com:443'],
    ['example.com:443/path', 'path', 'leave out the path: example.com:443'],
    ['example.com?a', 'path', 'leave out the path: example.com'],
    ['#room', 'path', null],
    ['https://example.com', 'scheme', 'leave out the scheme and the path: example.com'],
    ['https://user@example.com:443/x', 'scheme', 'leave out the scheme and the path: example.com:443'],
    ['HTTPS://Example.com', 'scheme', 'leave out the scheme and the path: Example.com'],
    ['https://', 'scheme', null],
    ['user@example.com', 'user-info', 'leave out the user: example.com'],
    ['@user:example.com:8448', 'user-info', 'leave out the user: example.com:8448'],
    ['256.1.1.1', 'invalid-ipv4', null],
    ['1.2.3.04', 'invalid-ipv4', 'leave out the leading zeros: 1.2.3.4'],
    ['01.2.3.4:80', 'invalid-ipv4', 'leave out the leading zeros: 1.2.3.4:80'],
    ['000.0.0.0', 'invalid-ipv4', 'leave out the leading zeros: 0.0.0.0'],
    ['a..b', 'empty-label', 'leave out the surplus dots: a.b'],
    ['.example.com', 'empty-label', 'leave out the surplus dots: example.com'],
    ['example.com..:443', 'empty-label', 'leave out the surplus dots: example.com:443'],
    ['.', 'empty-label', null],
    ['..', 'empty-label', null],
    [`${'a'.repeat(64)}.example`, 'label-too-long', null],
    [`${name253}b`, 'too-long', null],
    [`${name253}:443`, 'too-long', null],
  ];
  it.each(invalid)('%j as %s', (text, fault, hint) => {
    const reading = parseServerName(text);
    expect(reading).toMatchObject({ kind: 'invalid', problem: { fault, hint } });
  });

  it('says what is wrong in one sentence without a full stop, and never with all of a long text', () => {
    const texts = [
      ...invalid.map(([text]) => text),
      'x'.repeat(60_000),
      `https://${'x'.repeat(60_000)}`,
      `a:${'9'.repeat(60_000)}`,
      `[${':'.repeat(60_000)}`,
      `${'a@'.repeat(30_000)}a`,
    ];
    for (const text of texts) {
      const reading = parseServerName(text);
      if (reading.kind === 'valid') throw new Error(`${text} is valid`);
      expect(reading.problem.message).toMatch(/^[a-z].*[^.]$/s);
      expect(reading.problem.message.length).toBeLessThan(300);
      expect((reading.problem.hint ?? '').length).toBeLessThan(300);
    }
  });

  it.each([
    ['ex_ample.com', '"_", U+005F'],
    ['bücher.example', '"ü", U+00FC'],
    ['a\u202eb.example', '(U+202E)'],
    ['a b', '(U+0020)'],
  ])('%j, naming the character', (text, shown) => {
    expect(parseServerName(text)).toMatchObject({ problem: { message: expect.stringContaining(shown) } });
  });
});

describe('parseServerName, for any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'a1.:[]-_@/%f0') }),
    fc.string({ unit: 'binary' }),
    fc.ipV6().map((address) => `[${address}]`),
    fc.domain(),
  );

  it('never throws, and keeps the text byte for byte', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = parseServerName(text);
        if (reading.kind === 'invalid') return;
        const { hostname, port } = reading.serverName;
        expect(reading.serverName.text).toBe(text);
        expect(text.startsWith(hostname)).toBe(true);
        expect(text === hostname).toBe(port === null);
        expect(/^[0-9A-Za-z.:[\]-]+$/.test(text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes every IPv6 address in brackets', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        expect(parseServerName(`[${address}]:8448`)).toMatchObject({ serverName: { kind: 'ipv6', port: 8448 } });
      }),
    );
  });
});

describe('readInput', () => {
  it.each([
    ['example.com', 'server-name', 'example.com'],
    ['  example.com\n', 'trimmed', 'example.com'],
    ['@user:example.com', 'user-id', 'example.com'],
    ['@a:example.com:8448', 'user-id', 'example.com:8448'],
    ['@a:[::1]:80', 'user-id', '[::1]:80'],
    [' @user:Example.com ', 'user-id', 'Example.com'],
    ['#room:example.com', 'room-alias', 'example.com'],
    ['#a room/with:example.com', 'room-alias', 'example.com'],
    ['!opaque:example.com', 'room-alias', 'example.com'],
    ['https://example.com:8448/', 'url', 'example.com:8448'],
    ['https://Example.COM:8448/', 'url', 'Example.COM:8448'],
    ['HTTPS://example.com', 'url', 'example.com'],
    ['http://example.com/_matrix/client/versions', 'url', 'example.com'],
    ['https://example.com?x=1#y', 'url', 'example.com'],
    ['https://example.com:443', 'url', 'example.com:443'],
    ['https://[2001:db8::1]:8448/x', 'url', '[2001:db8::1]:8448'],
    ['https://matrix.to/#/@user:example.com', 'user-id', 'example.com'],
    ['https://matrix.to/#/%23room%3Aexample.com?via=other.example', 'room-alias', 'example.com'],
    ['https://matrix.to/', 'url', 'matrix.to'],
    ['matrix:u/user:c.example', 'user-id', 'c.example'],
    ['matrix:r/room:example.com:8448?action=join', 'room-alias', 'example.com:8448'],
    ['matrix:roomid/abc%3Aexample.com/e/event?via=other.example', 'room-alias', 'example.com'],
    ['matrix://authority/u/user:example.com', 'user-id', 'example.com'],
    ['https://matrix.to/#/%', 'url', 'matrix.to'],
  ])('%j is a %s with %s', (typed, form, text) => {
    expect(readInput(typed)).toMatchObject({ typed, form, reading: { kind: 'valid', serverName: { text } } });
  });

  it.each([
    ['', 'server-name', 'empty'],
    ['   ', 'trimmed', 'empty'],
    ['::1', 'server-name', 'ipv6-without-brackets'],
    ['256.1.1.1', 'server-name', 'invalid-ipv4'],
    ['@user:', 'user-id', 'empty'],
    ['matrix:u/user:', 'user-id', 'empty'],
    ['matrix:x/user:example.com', 'server-name', 'path'],
    ['@user', 'server-name', 'user-info'],
    ['https://user:secret@example.com/', 'url', 'user-info'],
    ['https:///x', 'url', 'empty'],
    ['ftp://example.com', 'server-name', 'scheme'],
  ])('%j is a %s without one: %s', (typed, form, fault) => {
    expect(readInput(typed)).toMatchObject({ typed, form, reading: { kind: 'invalid', problem: { fault } } });
  });

  it('shows no password', () => {
    expect(JSON.stringify(readInput('https://user:secret@example.com/').reading)).not.toContain('secret');
  });
});

describe('the parts of a server name', () => {
  const parts = (text: string) => {
    const reading = parseServerName(text);
    if (reading.kind === 'invalid') throw new Error(reading.problem.message);
    return [bareHostname(reading.serverName), isIpLiteral(reading.serverName)];
  };
  it.each([
    ['example.com:8448', 'example.com', false],
    ['Example.com.', 'Example.com', false],
    ['1.2.3.4:80', '1.2.3.4', true],
    ['[2001:db8::1]:80', '2001:db8::1', true],
  ])('%s: %s', (text, bare, literal) => {
    expect(parts(text)).toEqual([bare, literal]);
  });

  it('writes a host with its port', () => {
    expect(hostAndPort('203.0.113.5', 443)).toBe('203.0.113.5:443');
    expect(hostAndPort('2001:db8::5', 443)).toBe('[2001:db8::5]:443');
    expect(hostAndPort('[2001:db8::5]', 443)).toBe('[2001:db8::5]:443');
    expect(hostAndPort('example.com', 8448)).toBe('example.com:8448');
  });
});
