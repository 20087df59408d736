import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/cli/command-line.js';
import { toNetOptions } from '../../src/cli/net-options.js';
import { readNetworkOptions } from '../../src/cli/options/network.js';
import { UsageError } from '../../src/cli/usage-error.js';
import type { Report } from '../../src/report/report.js';
import { runMain } from './fake-io.js';

const read = (...options: readonly string[]) => {
  const line = readCommandLine(['check', 'example.com', ...options], 80);
  if (line.kind !== 'run') throw new Error(`not a command to run: ${options.join(' ')}`);
  return readNetworkOptions(line.args);
};

describe('--public-only', () => {
  it('is off unless it is asked for, and reaches the port', () => {
    expect(toNetOptions(read(), { env: {} })).toMatchObject({ publicOnly: false });
    expect(toNetOptions(read('--public-only'), { env: {} })).toMatchObject({ publicOnly: true });
  });

  it.each([
    [['--allow-private'], '--public-only --allow-private: expected one of them'],
    [['--resolve', 'a.example:10.0.0.1'], '--public-only --resolve: 10.0.0.1 (private) is not public'],
    [['--connect-to', 'a.example:443:[::1]:8443'], '--public-only --connect-to: ::1 (loopback) is not public'],
  ])('is refused with %j', (options, words) => {
    expect(() => read('--public-only', ...options)).toThrow(new UsageError(words));
    expect(() => read(...options)).not.toThrow();
  });

  it.each([
    ['--resolve', 'a.example:203.0.114.5'],
    ['--connect-to', 'a.example:443:[2001:200::5]:8443'],
    ['--resolver', '10.0.0.53'],
  ])('takes %s %s', (...options) => {
    expect(read('--public-only', ...options).publicOnly).toBe(true);
  });

  it('connects to nothing in a whole run, and says so in the report', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.on('error', () => undefined).destroy();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const check = (...options: readonly string[]) =>
      runMain(['check', `127.0.0.1:${port}`, '--json', '--resolver', '127.0.0.1:1', '--timeout', '20s', ...options]);
    try {
      const { code, stdout } = await check('--public-only');
      expect([code, connections]).toEqual([2, 0]);
      const report = JSON.parse(stdout) as Report;
      expect(report.setting.publicOnly).toBe(true);
      expect(report.federation.destinations).toMatchObject([
        { outcome: 'unknown', because: 'this run connects only to public addresses (--public-only)' },
      ]);
      const failed = report.findings.filter(({ outcome, severity }) => outcome === 'fail' && severity === 'error');
      expect(failed.map(({ id }) => id)).toEqual(['dns/public-addresses', 'client/public-addresses']);

      await check();
      expect(connections).toBeGreaterThan(0);
    } finally {
      server.close();
    }
  });
});
