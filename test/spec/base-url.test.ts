import { describe, expect, it } from 'vitest';
import { endpointUrl, readBaseUrl } from '../../src/spec/base-url.js';

const PATH = '/_matrix/client/versions';

describe('readBaseUrl takes', () => {
  it.each([
    ['https://matrix.example.com', [], `https://matrix.example.com${PATH}`],
    ['https://matrix.example.com/', [], `https://matrix.example.com${PATH}`],
    ['https://matrix.example.com//', ['final-slashes'], `https://matrix.example.com/${PATH}`],
    ['https://matrix.example.com:443', [], `https://matrix.example.com${PATH}`],
    ['https://matrix.example.com:', [], `https://matrix.example.com${PATH}`],
    ['https://matrix.example.com:8448/', [], `https://matrix.example.com:8448${PATH}`],
    ['https://203.0.113.5', [], `https://203.0.113.5${PATH}`],
    ['https://[2001:db8::1]:8443/', [], `https://[2001:db8::1]:8443${PATH}`],
    ['http://matrix.example.com', [], `http://matrix.example.com${PATH}`],
    ['http://matrix.example.com:443', [], `http://matrix.example.com:443${PATH}`],
    ['https://Matrix.Example.com', [], `https://Matrix.Example.com${PATH}`],
    ['HTTPS://matrix.example.com', ['upper-case-scheme'], `https://matrix.example.com${PATH}`],
    [' https://matrix.example.com\n', ['blanks'], `https://matrix.example.com${PATH}`],
    ['https://example.com/synapse', ['path'], `https://example.com/synapse${PATH}`],
    ['https://example.com/synapse/', ['path'], `https://example.com/synapse${PATH}`],
    ['https://example.com/_matrix', ['matrix-path'], `https://example.com/_matrix${PATH}`],
    ['https://example.com/_matrix/client/', ['matrix-path'], `https://example.com/_matrix/client${PATH}`],
    ['https://example.com/_matrixes', ['path'], `https://example.com/_matrixes${PATH}`],
    ['https://example.com?a=b', ['query'], `https://example.com${PATH}`],
    ['https://example.com/#x', ['fragment'], `https://example.com${PATH}`],
    ['https://example.com/?a#/b?c', ['query', 'fragment'], `https://example.com${PATH}`],
    ['https://user:secret@example.com', ['user-info'], `https://example.com${PATH}`],
    ['https://ex_ample.com:8448', ['underscore-in-host'], `https://ex_ample.com:8448${PATH}`],
    ['https://B\u00fccher.example:444/', ['non-ascii-host'], `https://xn--bcher-kva.example:444${PATH}`],
  ])('%j', (written, oddities, url) => {
    const reading = readBaseUrl(written);
    if (reading.kind === 'invalid') throw new Error(reading.why);
    expect(reading.baseUrl).toMatchObject({ written, oddities });
    expect(endpointUrl(reading.baseUrl, PATH)).toBe(url);
  });

  it.each([
    ['https://matrix.example.com', 'matrix.example.com', 443, ''],
    ['http://matrix.example.com/', 'matrix.example.com', 80, ''],
    ['https://[2001:db8::1]:8443/a/', '[2001:db8::1]', 8443, '/a'],
  ])('%s apart', (written, host, port, path) => {
    expect(readBaseUrl(written)).toMatchObject({ kind: 'valid', baseUrl: { host, port, path } });
  });
});

describe('readBaseUrl refuses', () => {
  it.each([
    ['', 'it is empty'],
    ['matrix.example.com', 'the scheme is missing: write https://matrix.example.com'],
    [
      'matrix.example.com:8448',
      'the scheme is missing: write https://matrix.example.com:8448; Element X takes what stands before the colon for the scheme',
    ],
    ['//matrix.example.com:8448', 'the scheme is missing: write https://matrix.example.com:8448'],
    ['matrix.example.com/x', 'the scheme is missing: write https://matrix.example.com/x'],
    ['//matrix.example.com', 'the scheme is missing: write https://matrix.example.com'],
    ['/matrix', 'it is not a URL with a scheme and a host'],
    ['https:matrix.example.com', 'behind the scheme there must be "://"'],
    ['https:/matrix.example.com', 'behind the scheme there must be "://"'],
    ['ftp://matrix.example.com', 'the scheme is "ftp", and only https is used'],
    ['matrix://matrix.example.com', /the scheme is "matrix"/],
    ['https://', /^the host does not do: it is empty$/],
    ['https:///matrix.example.com', /^the host does not do: it is empty$/],
    ['https://:8448', /^the host does not do: there is no name before the port/],
    ['https://256.1.1.1', /IPv4/],
    ['https://2001:db8::1', /add the brackets: \[2001:db8::1\]/],
    ['https://b\u00fccher..example', /outside of ASCII/],
    ['https://matrix.example.com:99999', /65535/],
    ['https://matrix.example.com:x', /the port is "x"/],
    ['https://matrix .example.com', /a blank in it/],
    ['https://ex_ample..com', /U\+005F/],
    ['https://ex~ample.com', /U\+007E/],
    ['https://matrix.example.com/a b', 'a URL cannot have the character U+0020 in it'],
    ['https://matrix.example.com/\u00e4', /U\+00E4/],
    ['https://matrix.example.com\\x', /the host does not do/],
    ['https://matrix.example.com/\\x', /"\\", U\+005C/],
  ])('%j', (written, why) => {
    const reading = readBaseUrl(written);
    if (reading.kind === 'valid') expect.fail(`${written} was taken`);
    if (why instanceof RegExp) expect(reading.why).toMatch(why);
    else expect(reading.why).toBe(why);
    expect(reading.why).not.toMatch(/\.$/);
  });
});
