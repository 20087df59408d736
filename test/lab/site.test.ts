import { describe, expect, it } from 'vitest';
import type { Site } from '../../src/lab/scenario.js';
import { newKeyRing } from '../../src/lab/signing-keys.js';
import { siteAnswer } from '../../src/lab/site.js';

const ring = newKeyRing();
const ask = (site: Site, request: { method?: string; target?: string; origin?: string | null } = {}) =>
  siteAnswer({ 'example.com': site }, ring, {
    method: 'GET',
    target: '/file',
    host: 'example.com',
    origin: null,
    ...request,
  });
const headers = (...asked: Parameters<typeof ask>) => ask(...asked).headers;

describe('routes', () => {
  it('may be for every path of a method', () => {
    const site: Site = { routes: { 'OPTIONS *': { status: 405 }, '/file': { text: 'file' }, '*': { text: 'any' } } };
    expect(ask(site)).toMatchObject({ text: 'file' });
    expect(ask(site, { method: 'OPTIONS', target: '/other' })).toMatchObject({ status: 405 });
    expect(ask(site, { target: '/other' })).toMatchObject({ text: 'any' });
  });

  it('may be for every path that begins so, the longest first', () => {
    const site: Site = {
      homeserver: { serverName: 'example.com' },
      routes: {
        '/_matrix/*': { status: 502 },
        'OPTIONS /_matrix/client/*': { text: 'preflight' },
        '/_matrix/client/*': { text: 'client' },
        '/_matrix/client/v3/login': { text: 'login' },
      },
    };
    const answers = [
      ['GET', '/_matrix/client/v3/login'],
      ['GET', '/_matrix/client/v3/logout'],
      ['OPTIONS', '/_matrix/client/v3/logout'],
      ['GET', '/_matrix/media/v3/config'],
      ['GET', '/_matrix'],
    ] as const;
    expect(answers.map(([method, target]) => ask(site, { method, target })).map((it) => it.text ?? it.status)).toEqual([
      'login',
      'client',
      'preflight',
      502,
      404,
    ]);
  });
});

describe('lines for origins', () => {
  const answer = (origins?: readonly string[]): Site => ({
    routes: {
      '/file': {
        headers: { 'X-A': 'a' },
        forOrigins: {
          ...(origins === undefined ? {} : { origins }),
          headers: { 'Access-Control-Allow-Origin': '{origin}', Vary: ['Origin'] },
        },
      },
    },
  });

  it('come with any Origin header', () => {
    expect(headers(answer())).toEqual({ 'X-A': 'a' });
    expect(headers(answer(), { origin: 'https://example.org' })).toEqual({
      'X-A': 'a',
      'Access-Control-Allow-Origin': 'https://example.org',
      Vary: ['Origin'],
    });
  });

  it('or with those named only', () => {
    const site = answer(['https://example.org']);
    expect(headers(site, { origin: 'https://example.org' })).toHaveProperty('Vary');
    expect(headers(site, { origin: 'https://example.net' })).toEqual({ 'X-A': 'a' });
  });
});

describe('a proxy', () => {
  const behind: Site = {
    homeserver: { serverName: 'example.com' },
    proxy: {
      hides: ['server', 'ACCESS-CONTROL-ALLOW-METHODS'],
      adds: { Server: 'nginx', 'access-control-allow-origin': '*' },
    },
  };

  it('takes lines out, and puts its own behind those that are there', () => {
    for (const method of ['GET', 'OPTIONS']) {
      const answer = ask(behind, { method, target: '/_matrix/client/versions' });
      expect(answer.headers).toMatchObject({ 'Access-Control-Allow-Origin': ['*', '*'], Server: ['nginx'] });
      expect(answer.headers).not.toHaveProperty('Access-Control-Allow-Methods');
    }
  });

  it('may do so for some methods only', () => {
    const some: Site = { ...behind, proxy: { ...behind.proxy, methods: ['GET'] } };
    const path = { target: '/_matrix/client/versions' };
    expect(headers(some, path)).toHaveProperty('Access-Control-Allow-Origin', ['*', '*']);
    expect(headers(some, { ...path, method: 'OPTIONS' })).toHaveProperty('Access-Control-Allow-Origin', '*');
  });

  it('may leave errors alone', () => {
    const lax: Site = { ...behind, proxy: { ...behind.proxy, always: false } };
    expect(headers(lax, { target: '/_matrix/client/versions' })).toHaveProperty('Server');
    const unknown = headers(lax, { target: '/_matrix/client/no_such_endpoint' });
    expect(unknown).not.toHaveProperty('Server');
    expect(unknown).toMatchObject({ 'Access-Control-Allow-Origin': '*' });
  });

  it('may take its time, besides that of what is behind it', () => {
    const slow: Site = { routes: { '/late': { delayMs: 20 } }, proxy: { delayMs: 300 } };
    expect(ask(slow, { target: '/late' }).delayMs).toBe(320);
    expect(ask(slow, { target: '/nothing' }).delayMs).toBe(300);
    expect(ask(behind, { target: '/_matrix/client/versions' })).not.toHaveProperty('delayMs');
  });
});
