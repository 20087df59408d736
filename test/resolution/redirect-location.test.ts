import { describe, expect, it } from 'vitest';
import { httpsUrl, readLocation } from '../../src/resolution/redirect-location.js';

describe('readLocation', () => {
  const current = httpsUrl('1.2.3', 443, '/.well-known/matrix/server?x=1');
  it.each([
    ['/other', 'https://1.2.3/other'],
    ['other', 'https://1.2.3/.well-known/matrix/other'],
    ['?y=2', 'https://1.2.3/.well-known/matrix/server?y=2'],
    ['https://www.example.com', 'https://www.example.com/'],
    ['https://www.example.com:443/a b#part', 'https://www.example.com/a%20b'],
    ['https://www.example.com:8443/a', 'https://www.example.com:8443/a'],
    ['//www.example.com/a', 'https://www.example.com/a'],
    ['HTTPS://WWW.Example.com/A', 'https://www.example.com/A'],
    ['https://[2001:db8::5]:444/', 'https://[2001:db8::5]:444/'],
    ['https://ex_ample.com/', 'https://ex_ample.com/'],
  ])('%s -> %s', (location, url) => {
    expect(readLocation([location], current)).toMatchObject({ kind: 'https', url: { text: url } });
  });

  it('keeps the port of the current URL where Location has no host', () => {
    expect(readLocation(['/other'], httpsUrl('example.com', 8443, '/'))).toEqual({
      kind: 'https',
      url: { text: 'https://example.com:8443/other', host: 'example.com', port: 8443, path: '/other' },
    });
  });

  it.each([
    ['http://example.com/', 'plain-http'],
    ['ftp://example.com/', 'bad-location'],
    ['mailto:admin@example.com', 'bad-location'],
    ['https://', 'bad-location'],
    ['https://ex_ample..com/', 'bad-location'],
    ['https://example.com:99999/', 'bad-location'],
    ['https://example..com/', 'bad-location'],
    ['https://exa mple.com/', 'bad-location'],
    ['https://someone:secret@www.example.com/', 'bad-location'],
    ['https://someone@www.example.com/', 'bad-location'],
    ['//:secret@www.example.com/', 'bad-location'],
  ])('%s is %s', (location, kind) => {
    expect(readLocation([location], current)).toEqual({ kind });
  });

  it.each([
    [[], { kind: 'no-location' }],
    [['/a', '/b'], { kind: 'bad-location' }],
    [['/a', '/a'], { kind: 'https', url: { path: '/a' } }],
  ])('of the lines %j makes %j', (locations, reading) => {
    expect(readLocation(locations, current)).toMatchObject(reading);
  });
});
