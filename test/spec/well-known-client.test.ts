import { describe, expect, it } from 'vitest';
import { readClientFile } from '../../src/spec/well-known-client.js';

const homeserver = { base_url: 'https://matrix.example.com' };
const file = (members: Record<string, unknown>): string => JSON.stringify({ 'm.homeserver': homeserver, ...members });

describe('readClientFile', () => {
  it('reads the base URL', () => {
    expect(readClientFile(file({}))).toMatchObject({
      kind: 'usable',
      baseUrl: { written: 'https://matrix.example.com', host: 'matrix.example.com', port: 443 },
      identityServer: { kind: 'absent' },
      members: { 'm.homeserver': homeserver },
    });
  });

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['<!doctype html>', 'invalid-json'],
    ['{"m.homeserver":{"base_url":"https://x.example"},}', 'invalid-json'],
    ['\ufeff{}', 'missing-base-url'],
    ['\ufeff\ufeff{}', 'invalid-json'],
    [null, 'invalid-json'],
    ['[]', 'not-an-object'],
    ['null', 'not-an-object'],
    ['"https://matrix.example.com"', 'not-an-object'],
  ])('tells %j: %s', (text, kind) => {
    expect(readClientFile(text).kind).toBe(kind);
  });

  it.each([
    ['{}', 'no m.homeserver'],
    ['{"m.server":"matrix.example.com:443"}', 'no m.homeserver'],
    ['{"m.homeserver":"https://matrix.example.com"}', 'm.homeserver is a string'],
    ['{"m.homeserver":null}', 'm.homeserver is null'],
    ['{"m.homeserver":[]}', 'm.homeserver is an array'],
    ['{"m.homeserver":{}}', 'no base_url in m.homeserver'],
    ['{"m.homeserver":{"base_url":null}}', 'base_url is null'],
    ['{"m.homeserver":{"base_url":""}}', 'base_url is empty'],
  ])('misses the base URL in %s', (text, found) => {
    expect(readClientFile(text)).toEqual({ kind: 'missing-base-url', found, members: JSON.parse(text) });
  });

  it.each([
    ['matrix.example.com', 'matrix.example.com', /scheme is missing/],
    [8448, '8448', /^it is a number in place of a string$/],
    [['https://x.example'], '["https://x.example"]', /^it is an array in place of a string$/],
    [false, 'false', /boolean/],
  ])('says what is wrong with the base URL %j', (written, baseUrl, why) => {
    expect(readClientFile(file({ 'm.homeserver': { base_url: written } }))).toMatchObject({
      kind: 'invalid-base-url',
      baseUrl,
      why: expect.stringMatching(why),
    });
  });

  it.each([
    [{ base_url: 'https://vector.im' }, { kind: 'usable', baseUrl: { host: 'vector.im' } }],
    [null, { kind: 'invalid', found: 'm.identity_server is null' }],
    ['https://vector.im', { kind: 'invalid', found: 'm.identity_server is a string' }],
    [{}, { kind: 'invalid', found: 'no base_url in m.identity_server' }],
    [{ base_url: 1 }, { kind: 'invalid', found: 'base_url of m.identity_server is a number' }],
    [{ base_url: null }, { kind: 'invalid', found: 'base_url of m.identity_server is null' }],
    [{ base_url: 'vector.im' }, { kind: 'invalid', found: expect.stringContaining('scheme is missing') }],
    [{ base_url: 'http://vector.im' }, { kind: 'invalid', found: expect.stringContaining('https is required') }],
  ])('reads the identity server %j', (identityServer, expected) => {
    expect(readClientFile(file({ 'm.identity_server': identityServer }))).toMatchObject({
      kind: 'usable',
      identityServer: expected,
    });
  });

  it('tells members that stand twice', () => {
    const text = '{"m.homeserver":{"base_url":"https://a.example","base_url":"https://b.example"}}';
    expect(readClientFile(text)).toMatchObject({
      baseUrl: { host: 'b.example' },
      duplicateKeys: ['m.homeserver.base_url'],
    });
  });

  it('does not take members of the prototype for those of the file', () => {
    expect(readClientFile('{"m.homeserver":{"__proto__":{"base_url":"https://x.example"}}}')).toMatchObject({
      kind: 'missing-base-url',
    });
  });
});
