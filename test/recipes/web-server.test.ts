import { describe, expect, it } from 'vitest';
import { recogniseWebServer } from '../../src/recipes/web-server.js';

describe('recogniseWebServer', () => {
  it.each([
    ['nginx', null, 'nginx'],
    ['nginx/1.22.1', null, 'nginx'],
    ['openresty/1.25.3.1', null, 'nginx'],
    ['Apache/2.4.71 (Debian)', null, 'apache'],
    ['Apache', null, 'apache'],
    ['Caddy', null, 'caddy'],
    ['Synapse/1.163.2', '1.1 Caddy', 'caddy'],
    [null, '2.0 Caddy', 'caddy'],
    ['nginx', '1.1 Caddy', 'nginx'],
    ['HAProxy', null, 'haproxy'],
    // Not made of the server that it is named after, or not to be configured by its files.
    ['Apache-Coyote/1.1', null, null],
    ['cloudflare', null, null],
    ['cloudflare-nginx', null, null],
    ['Synapse/1.163.2', null, null],
    ['constructor', null, null],
    ['', null, null],
    [null, null, null],
  ])('takes Server: %s, Via: %s for %s', (server, via, expected) => {
    expect(recogniseWebServer(server, via)).toBe(expected);
  });
});
