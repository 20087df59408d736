import { describe, expect, it } from 'vitest';
import { readServerFile } from '../../src/spec/well-known-server.js';

const file = (mServer: unknown): string => JSON.stringify({ 'm.server': mServer });

describe('readServerFile', () => {
  it.each([
    ['matrix.example.com:443', { hostname: 'matrix.example.com', port: 443, kind: 'dns' }],
    ['matrix.example.com', { hostname: 'matrix.example.com', port: null, kind: 'dns' }],
    ['1.2.3.4', { port: null, kind: 'ipv4' }],
    ['1.2.3.4:443', { port: 443, kind: 'ipv4' }],
    ['[2001:db8::1]', { port: null, kind: 'ipv6' }],
    ['[2001:db8::1]:443', { port: 443, kind: 'ipv6' }],
    ['MATRIX.Example.com:443', { hostname: 'MATRIX.Example.com', port: 443 }],
  ])('delegates to %s', (mServer, delegate) => {
    expect(readServerFile(file(mServer))).toMatchObject({
      kind: 'delegates',
      mServer,
      delegate: { text: mServer, ...delegate },
      duplicateKeys: [],
    });
  });

  it.each([
    ['https://matrix.example.com', 'scheme'],
    ['matrix.example.com/', 'path'],
    ['matrix.example.com:443/path', 'path'],
    [' matrix.example.com', 'blank'],
    ['matrix.example.com:', 'invalid-port'],
    ['matrix.example.com:abc', 'invalid-port'],
    ['matrix.example.com:0', 'port-out-of-range'],
    ['matrix.example.com:65536', 'port-out-of-range'],
    ['_x.example.com', 'invalid-character'],
    ['', 'empty'],
  ])('says why %j is no server name', (mServer, fault) => {
    expect(readServerFile(file(mServer))).toMatchObject({ kind: 'invalid-m-server', mServer, problem: { fault } });
  });

  it.each([
    ['{}', 'no m.server'],
    ['{"m.homeserver":{"base_url":"https://x"}}', 'no m.server'],
    [file(null), 'm.server is null'],
    [file(8448), 'm.server is a number'],
    [file({}), 'm.server is an object'],
    [file(['a']), 'm.server is an array'],
  ])('finds no m.server in %s', (text, found) => {
    expect(readServerFile(text)).toEqual({ kind: 'missing-m-server', found, members: JSON.parse(text) });
  });

  it.each([
    ['[]', 'an array'],
    ['"matrix.example.com"', 'a string'],
    ['null', 'null'],
    ['7', 'a number'],
    ['true', 'a boolean'],
  ])('finds no object in %s', (text, found) => {
    expect(readServerFile(text)).toEqual({ kind: 'missing-m-server', found, members: null });
  });

  it.each([
    ['', 'empty'],
    ['<html>', 'html'],
    ['\ufeff{"m.server":"a.example"}', 'byte-order-mark'],
    ['{"m.server":"a.example",}', 'syntax'],
    ['{"m.server":"a.example"} x', 'syntax'],
    [null, 'not-utf8'],
  ])('finds no JSON in %j', (text, kind) => {
    expect(readServerFile(text)).toMatchObject({ kind: 'invalid-json', fault: { kind } });
  });

  it('takes the last of two members of one name, and tells', () => {
    expect(readServerFile('{"m.server":"a.example","m.server":"b.example"}')).toMatchObject({
      mServer: 'b.example',
      duplicateKeys: ['m.server'],
    });
  });
});
