import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failureFromError } from '../../src/net/failure-from-error.js';
import { VERSION } from '../../src/version.js';
import { openTestNet } from './closing.js';

describe('connectTo', () => {
  const net = () =>
    openTestNet({
      overrides: {
        resolve: [],
        connectTo: [
          { host: 'Example.com', port: 8448, address: '192.0.2.1', toPort: 443 },
          { host: '2001:db8::1', port: 443, address: '[2001:db8::2]', toPort: 0 },
          { host: '', port: 1234, address: '192.0.2.9', toPort: 1 },
        ],
      },
    });

  it.each([
    ['example.com', 8448, { address: '192.0.2.1', port: 443 }],
    ['EXAMPLE.com.', 8448, { address: '192.0.2.1', port: 443 }],
    ['example.com', 443, undefined],
    ['sub.example.com', 8448, undefined],
    ['[2001:db8::1]', 443, { address: '2001:db8::2', port: 443 }],
    ['anything.example', 1234, { address: '192.0.2.9', port: 1 }],
  ])('%s port %i', (host, port, expected) => {
    expect(net().connectTo(host, port)).toEqual(expected);
  });
});

describe('the setting', () => {
  it('names resolvers, time and proxy variables', () => {
    const net = openTestNet({
      resolvers: ['192.0.2.53', '[2001:db8::53]:5353'],
      env: { HTTPS_PROXY: 'http://proxy.example', all_proxy: 'x', HTTP_PROXY: '', NO_PROXY: '*' },
    });
    expect(net.setting).toMatchObject({
      resolvers: ['192.0.2.53:53', '[2001:db8::53]:5353'],
      proxyVariables: ['HTTPS_PROXY', 'all_proxy'],
      overrides: { resolve: [], connectTo: [] },
    });
    expect(net.timedOut).toBe(false);
  });

  it('has 15 seconds unless told otherwise', async () => {
    const { openNet } = await import('../../src/net/live.js');
    const net = openNet({ env: {}, trustStore: { certificates: [], facts: { sources: [] } } });
    expect(net.setting.timeoutMs).toBe(15_000);
    await net.close();
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])('refuses a time of %d ms', (timeoutMs) => {
    expect(() => openTestNet({ timeoutMs })).toThrow(RangeError);
  });
});

it('the version is the one in package.json', () => {
  expect(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version).toBe(VERSION);
});

describe('failureFromError', () => {
  const coded = (code: string, message = '') => Object.assign(new Error(message), { code });

  it('never has an empty message', () => {
    const empty = new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]);
    expect(failureFromError(empty, 'tcp')).toEqual({
      layer: 'tcp',
      reason: 'connection-refused',
      message: 'connection refused',
      code: 'ECONNREFUSED',
    });
    expect(failureFromError(new Error(''), 'tcp')).toMatchObject({
      reason: 'internal',
      message: 'unknown error',
      code: null,
    });
    expect(failureFromError('thrown', 'http')).toMatchObject({ reason: 'internal', message: 'thrown' });
  });

  it.each([
    ['EADDRNOTAVAIL', 'network-unreachable'],
    ['EAFNOSUPPORT', 'network-unreachable'],
    ['ENETUNREACH', 'network-unreachable'],
    ['EHOSTUNREACH', 'host-unreachable'],
    ['ECONNRESET', 'connection-reset'],
    ['ETIMEDOUT', 'timeout'],
  ])('%s is %s', (code, reason) => {
    expect(failureFromError(coded(code), 'tcp')).toMatchObject({ layer: 'tcp', reason, code });
  });

  it('gives a TLS error its own layer, wherever it shows', () => {
    expect(failureFromError(coded('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'long text'), 'http')).toMatchObject({
      layer: 'tls',
      reason: 'client-certificate-required',
    });
    expect(
      failureFromError(
        coded(
          'ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED',
          '00:error:0A000152:SSL routines:final:unsafe legacy renegotiation disabled:../x.c:1:',
        ),
        'tls',
      ),
    ).toMatchObject({ reason: 'tls-error', message: 'unsafe legacy renegotiation disabled' });
  });
});
