import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../../src/spec/header-lines.js';
import { needsPreflight, preflightCheck, unsafeHeaderNames } from '../../src/spec/preflight.js';

const ORIGIN = 'https://app.element.io';
const STAR = ['Access-Control-Allow-Origin', '*'] as const;
const TOKEN = ['Authorization', 'Bearer secret'] as const;
const JSON_TYPE = ['Content-Type', 'application/json'] as const;

const methods = (...values: readonly string[]) => lines('Access-Control-Allow-Methods', values);
const names = (...values: readonly string[]) => lines('access-control-allow-headers', values);
const lines = (name: string, values: readonly string[]) => values.map((value) => [name, value] as const);

const answer = (headers: HeaderLines, status = 200) => ({ status, headers });
const ask = (method: string, ...headers: HeaderLines) => ({ origin: ORIGIN, method, headers });
const refused = (fault: string, missing: readonly string[] = []) => ({ kind: 'refused', fault, missing });

const GOOD = [STAR, ...methods('GET, POST, PUT, DELETE'), ...names('X-Requested-With, Content-Type, Authorization')];

describe('preflightCheck', () => {
  it.each([200, 201, 204, 299])('lets a login through after status %i', (status) => {
    expect(preflightCheck(answer(GOOD, status), ask('POST', JSON_TYPE, TOKEN))).toEqual({ kind: 'allowed' });
  });

  it.each([
    [100, 'status'],
    [199, 'status'],
    [300, 'status'],
    [301, 'redirect'],
    [302, 'redirect'],
    [303, 'redirect'],
    [304, 'status'],
    [307, 'redirect'],
    [308, 'redirect'],
    [401, 'status'],
    [404, 'status'],
    [405, 'status'],
    [502, 'status'],
  ])('refuses after status %i: %s', (status, fault) => {
    expect(preflightCheck(answer(GOOD, status), ask('POST', JSON_TYPE))).toEqual(refused(fault));
  });

  it.each([
    [[], 'missing'],
    [lines('Access-Control-Allow-Origin', ['*', '*']), 'several-lines'],
    [lines('Access-Control-Allow-Origin', ['*, *']), 'several-values'],
    [lines('Access-Control-Allow-Origin', ['']), 'empty'],
    [lines('Access-Control-Allow-Origin', [`${ORIGIN}/`]), 'other-origin'],
  ])('makes the CORS check: %j is %s', (origin, fault) => {
    expect(preflightCheck(answer([...origin, ...GOOD.slice(1)]), ask('GET', TOKEN))).toEqual(refused(fault));
  });

  it('names the status first where nothing fits', () => {
    expect(preflightCheck(answer([], 405), ask('PUT', TOKEN))).toEqual(refused('status'));
  });

  it('judges for the origin of the request, which may be null', () => {
    const echo = answer([['Access-Control-Allow-Origin', ORIGIN], ...GOOD.slice(1)]);
    expect(preflightCheck(echo, ask('GET', TOKEN))).toEqual({ kind: 'allowed' });
    expect(preflightCheck(echo, { ...ask('GET', TOKEN), origin: 'null' })).toEqual(refused('other-origin'));
  });

  it.each(['GET', 'HEAD', 'POST'])('needs no method named for %s', (method) => {
    expect(
      preflightCheck(answer([STAR, ...methods('OPTIONS'), ...names('Authorization')]), ask(method, TOKEN)),
    ).toEqual({
      kind: 'allowed',
    });
  });

  it.each([
    ['PUT', ['GET, PUT'], true],
    ['PUT', ['GET', 'PUT'], true],
    ['PUT', ['*'], true],
    ['PUT', ['GET, *'], true],
    ['PUT', [',PUT ,, '], true],
    ['PUT', [], false],
    ['PUT', [''], false],
    ['PUT', ['GET, POST'], false],
    ['PUT', ['put'], false],
    ['PUT', ['Put'], false],
    ['DELETE', ['PUT'], false],
    ['PATCH', ['patch'], false],
  ])('%s with Allow-Methods %j: %s', (method, values, isAllowed) => {
    expect(preflightCheck(answer([STAR, ...methods(...values)]), ask(method))).toEqual(
      isAllowed ? { kind: 'allowed' } : refused('method', [method]),
    );
  });

  it.each([
    [['Authorization, Content-Type'], []],
    [['AUTHORIZATION,content-type'], []],
    [['Authorization', 'Content-Type'], []],
    [['\tAuthorization\t,,Content-Type,'], []],
    [['*, Authorization'], []],
    [['*', 'authorization'], []],
    [['*'], ['authorization']],
    [['Content-Type, *'], ['authorization']],
    [['Content-Type'], ['authorization']],
    [['Authorization'], ['content-type']],
    [['Authorisation, Content_Type'], ['authorization', 'content-type']],
    [[''], ['authorization', 'content-type']],
    [[], ['authorization', 'content-type']],
  ])('with Allow-Headers %j misses %j', (values, missing) => {
    expect(preflightCheck(answer([STAR, ...names(...values)]), ask('POST', JSON_TYPE, TOKEN))).toEqual(
      missing.length === 0 ? { kind: 'allowed' } : refused('headers', missing),
    );
  });

  it('tells of the method before the headers', () => {
    expect(preflightCheck(answer([STAR]), ask('PUT', JSON_TYPE, TOKEN))).toEqual(refused('method', ['PUT']));
  });

  it.each([
    [methods('GET POST'), ['Access-Control-Allow-Methods']],
    [methods('GET', '"POST"'), ['Access-Control-Allow-Methods']],
    [names('Authorization; Content-Type'), ['Access-Control-Allow-Headers']],
    [names('Authorization', 'Content Type'), ['Access-Control-Allow-Headers']],
    [names('Authorization, Content-Type:'), ['Access-Control-Allow-Headers']],
    [
      [...methods('(GET)'), ...names('"*"')],
      ['Access-Control-Allow-Methods', 'Access-Control-Allow-Headers'],
    ],
  ])('throws away a list with something else in it: %j', (headers, missing) => {
    expect(preflightCheck(answer([STAR, ...headers]), ask('GET'))).toEqual(refused('unreadable-list', missing));
  });
});

describe('needsPreflight', () => {
  it.each([
    [ask('GET'), false],
    [ask('HEAD'), false],
    [ask('POST', ['Content-Type', 'text/plain']), false],
    [ask('GET', TOKEN), true],
    [ask('POST', JSON_TYPE), true],
    [ask('PUT'), true],
    [ask('DELETE'), true],
  ])('%j: %s', (request, needed) => {
    expect(needsPreflight(request)).toBe(needed);
  });
});

describe('unsafeHeaderNames', () => {
  it.each([
    [[], []],
    [
      [TOKEN, JSON_TYPE],
      ['authorization', 'content-type'],
    ],
    [
      [JSON_TYPE, TOKEN, ['AUTHORIZATION', 'x'] as const],
      ['authorization', 'content-type'],
    ],
    [[['X-Requested-With', 'x'] as const], ['x-requested-with']],
    [[['Range', 'bytes=0-'] as const], ['range']],
    [[['Accept', 'application/json, text/plain;q=0.5'] as const], []],
    [[['Accept', 'a\tb'] as const], []],
    [[['Accept', 'a:b'] as const], ['accept']],
    [[['Accept', 'a'.repeat(128)] as const], []],
    [[['Accept', 'a'.repeat(129)] as const], ['accept']],
    [[['Accept-Language', 'de, en;q=0.5, *'] as const], []],
    [[['Accept-Language', 'de_DE'] as const], ['accept-language']],
    [[['Content-Language', '"de"'] as const], ['content-language']],
    [[['Content-Type', ' Text/Plain ; charset=UTF-8'] as const], []],
    [[['Content-Type', 'multipart/form-data; boundary=x'] as const], []],
    [[['Content-Type', 'application/x-www-form-urlencoded'] as const], []],
    [[['Content-Type', 'text/plain; a="b"'] as const], ['content-type']],
    [[['Content-Type', 'text/plain, application/json'] as const], ['content-type']],
    [[['Content-Type', 'text'] as const], ['content-type']],
    [[['Content-Type', ''] as const], ['content-type']],
  ])('of %j: %j', (headers, unsafe) => {
    expect(unsafeHeaderNames(headers)).toEqual(unsafe);
  });

  it('has all of them where the safelisted ones together are longer than 1024 bytes', () => {
    const long = Array.from({ length: 9 }, () => ['Accept', 'a'.repeat(128)] as const);
    expect(unsafeHeaderNames(long.slice(1))).toEqual([]);
    expect(unsafeHeaderNames(long)).toEqual(['accept']);
    expect(unsafeHeaderNames([...long, ['Content-Language', 'de']])).toEqual(['accept', 'content-language']);
  });
});
