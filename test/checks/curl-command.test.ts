import { expect, it } from 'vitest';
import { curlCommand } from '../../src/checks/words/curl-command.js';
import type { Destination } from '../../src/facts/destination.js';
import { destination } from './healthy-facts.js';

it.each<[string, Partial<Destination>, string]>([
  ['a port in m.server, 443', {}, '-H "Host: matrix.example.com:443" https://matrix.example.com/v'],
  ['a port, 8449', { port: 8449, hostHeader: 'matrix.example.com:8449' }, 'https://matrix.example.com:8449/v'],
  [
    'the default port',
    { port: 8448, hostHeader: 'matrix.example.com' },
    '-H "Host: matrix.example.com" https://matrix.example.com:8448/v',
  ],
  [
    'an SRV target',
    { host: 'fed.example.com', port: 8449, hostHeader: 'example.com', certificateName: 'example.com' },
    '--connect-to example.com:8449:fed.example.com:8449 -H "Host: example.com" https://example.com:8449/v',
  ],
  [
    'an IPv6 literal',
    { host: '2001:db8::10', port: 8448, hostHeader: '[2001:db8::10]', certificateName: '2001:db8::10' },
    '-H "Host: [2001:db8::10]" https://[2001:db8::10]:8448/v',
  ],
])('puts the same request: %s', (_, changes, words) => {
  expect(curlCommand(destination(changes), '/v')).toBe(`curl -sv ${words}`);
});
