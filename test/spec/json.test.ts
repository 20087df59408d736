import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type JsonFault,
  type JsonText,
  jsonFaultWords,
  MAX_JSON_DEPTH,
  MAX_JSON_VALUES,
  readJson,
} from '../../src/spec/json.js';
import { corpusPath } from '../corpora.js';

const faultOf = (text: JsonText): JsonFault => {
  const reading = readJson(text);
  if (reading.kind === 'json') throw new Error(`${text} was read`);
  return reading.fault;
};

describe('readJson names the fault', () => {
  it.each([
    ['', 'empty', 'there is nothing in it'],
    [' \r\n\t', 'empty', 'there is only white space in it'],
    ['\ufeff', 'empty', 'there is only white space in it'],
    ['\ufeff{}', 'byte-order-mark', /byte order mark.*line 1 column 1$/],
    ['<!DOCTYPE html><html></html>', 'html', 'an HTML page in place of JSON, line 1 column 1'],
    ['\n  <html lang="en">', 'html', 'an HTML page in place of JSON, line 2 column 3'],
    ['\ufeff<!doctype html>', 'html', /^an HTML page/],
    [
      '<!DOCTYPE html><html><head><title>\n Just a\tmoment... </title>',
      'html',
      'an HTML page ("Just a moment...") in place of JSON, line 1 column 1',
    ],
    ['<?xml version="1.0"?>', 'html', /HTML or XML/],
    [
      '<br />\n<b>Warning</b>:  Undefined variable $x in <b>/srv/x.php</b> on line <b>3</b><br />\n{}',
      'program-message',
      /^a message of a program \(Warning\)/,
    ],
    ['PHP Notice:  x\n{}', 'program-message', /\(PHP Notice\) before the JSON text, line 1 column 1$/],
    ['{"a": 1,}', 'syntax', 'a comma before the closing brace, line 1 column 8'],
    ['[1,\n2,\n]', 'syntax', 'a comma before the closing bracket, line 2 column 2'],
    [
      '{\n  "m.homeserver": {\n    "base_url": "https://x",\n  }\n}',
      'syntax',
      'a comma before the closing brace, line 3 column 28',
    ],
    ['{"a":1} // x', 'syntax', /^a comment, which JSON does not have, behind the end.*column 9$/],
    ['{/* x */"a":1}', 'syntax', /^a comment/],
    ['# x\n{}', 'syntax', /^a comment/],
    ["{'a':1}", 'syntax', /single quote.*column 2$/],
    ['{"a":\u201cb\u201d}', 'syntax', /typographic quote/],
    ['{a:1}', 'syntax', 'the name "a" without quotes around it, line 1 column 2'],
    ['{m.server:1}', 'syntax', /^the name "m\.server" without quotes/],
    ['{"a" 1}', 'syntax', /^"1" where a colon was expected/],
    ['{"a":1 "b":2}', 'syntax', /^a string where a comma or the closing brace was expected/],
    ['{"a":}', 'syntax', /^"}" where a value was expected/],
    ['{"a":1', 'syntax', /^the end of the text where a comma or the closing brace was expected/],
    ['{"a":"b', 'syntax', 'the end of the text within a string: the closing quote is missing, line 1 column 8'],
    ['{"a":"b\n"}', 'syntax', 'the end of the line within a string: the closing quote is missing, line 1 column 8'],
    ['"a\tb"', 'syntax', 'the character U+0009 within a string, where it must be escaped, line 1 column 3'],
    ['"\\x41"', 'syntax', 'the escape "\\x" within a string, which JSON does not have, line 1 column 2'],
    ['"\\\\\\u12"', 'syntax', /^the escape "\\u"/],
    ['[01]', 'syntax', 'the number "01" with a leading zero, line 1 column 2'],
    ['[1.]', 'syntax', /^"1\.", which is not a number/],
    ['[.5]', 'syntax', /^"\.5" where a value was expected/],
    ['[NaN]', 'syntax', /^"NaN" where a value/],
    ['[-Infinity]', 'syntax', /^"-Infinity", which is not a number/],
    ['True', 'syntax', /^"True" where a value/],
    ['truex', 'syntax', /^"truex" where a value/],
    ['{} {}', 'syntax', /^"{" behind the end of the JSON value, line 1 column 4$/],
    ['{}\u0000', 'syntax', /^a NUL character.*behind the end/],
    ['{\u0000', 'syntax', /UTF-16/],
    ['{,}', 'syntax', /^"," where the name of a member was expected/],
    ['matrix.example.com:443', 'syntax', /^"matrix.example.com" where a value was expected, line 1 column 1$/],
    ['["\ud83d\ude00", x]', 'syntax', /line 1 column 7$/],
  ] as const)('%j: %s', (text, kind, words) => {
    const fault = faultOf(text);
    expect(fault.kind).toBe(kind);
    expect(jsonFaultWords(fault)).toMatch(words instanceof RegExp ? words : new RegExp(`^${escapeRegExp(words)}$`));
  });

  it('for bytes that are not UTF-8', () => {
    expect(faultOf(null)).toMatchObject({ kind: 'not-utf8', line: null });
    expect(faultOf(Buffer.from('{\n "a": "M\xfcller"}', 'latin1'))).toMatchObject({
      kind: 'not-utf8',
      line: 2,
      column: 9,
      excerpt: ' "a": "M\ufffdller"}',
    });
    expect(readJson(Buffer.from('{"a":1}'))).toMatchObject({ kind: 'json', value: { a: 1 } });
  });

  it('with the line in which it is', () => {
    expect(faultOf('{\r\n  "a": b\r\n}')).toMatchObject({ line: 2, column: 8, excerpt: '  "a": b' });
  });

  it('with no more than 120 characters of a long line', () => {
    const { excerpt, column } = faultOf(`["${'a'.repeat(5000)}", x, "${'b'.repeat(5000)}"]`);
    expect(column).toBe(5006);
    expect(excerpt).toHaveLength(120);
    expect(excerpt).toContain('aaa", x, "bbb');
  });
});

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

describe('readJson', () => {
  it('reads any JSON value', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('', ' ', '\r\n\t'), (text, blanks) => {
        expect(readJson(blanks + text + blanks)).toMatchObject({ kind: 'json', value: JSON.parse(text) });
      }),
    );
  });

  it('agrees with JSON.parse on damaged texts, and always finds the place', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom(...'{}[],:"\\ 0-.eE+tx\n\u0001'),
        fc.boolean(),
        (text, at, insert, cut) => {
          const offset = at % (text.length + 1);
          const damaged = text.slice(0, offset) + insert + text.slice(offset + (cut ? 1 : 0));
          const reading = readJson(damaged);
          if (isJson(damaged)) expect(reading.kind).toBe('json');
          else if (reading.kind === 'json') expect.fail(`${damaged} was read`);
          else if (reading.fault.kind !== 'empty') expect(reading.fault.line).toBeGreaterThan(0);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('keeps __proto__ as an ordinary member', () => {
    const reading = readJson('{"__proto__":{"x":1},"constructor":2}');
    if (reading.kind !== 'json') throw new Error('not read');
    expect(Object.keys(reading.value as object)).toEqual(['__proto__', 'constructor']);
    expect((reading.value as { x?: unknown }).x).toBeUndefined();
  });

  it.each([
    ['{"a":1,"a":2}', ['a']],
    ['{"a":1,"\\u0061":2}', ['a']],
    ['{"m.homeserver":{"base_url":1,"base_url":2,"base_url":3}}', ['m.homeserver.base_url']],
    ['{"contacts":[{},{"role":1,"role":1}]}', ['contacts[1].role']],
    ['{"a":{"x":1},"b":{"x":1}}', []],
    ['{"__proto__":1,"__proto__":2}', ['__proto__']],
  ])('finds members that stand twice: %s', (text, duplicateKeys) => {
    expect(readJson(text)).toMatchObject({ kind: 'json', duplicateKeys });
  });

  it('lists at most 20 of them', () => {
    const reading = readJson(`{${Array.from({ length: 100 }, (_, i) => `"${i}":1,"${i}":1`).join()}}`);
    expect(reading).toMatchObject({ kind: 'json' });
    expect(reading.kind === 'json' && reading.duplicateKeys.length).toBe(20);
  });

  it.each([
    ['{"a":[1,-1,0,9007199254740991]}', []],
    ['{"a":[0,1.0]}', [{ path: 'a[1]', token: '1.0' }]],
    ['{"a":1e10}', [{ path: 'a', token: '1e10' }]],
    ['{"a":9007199254740993}', [{ path: 'a', token: '9007199254740993' }]],
    ['-0', [{ path: 'the whole text', token: '-0' }]],
  ])('finds numbers that programs read differently: %s', (text, unsafeNumbers) => {
    expect(readJson(text)).toMatchObject({ kind: 'json', unsafeNumbers });
  });

  it(`reads ${MAX_JSON_DEPTH} levels and no more, however deep or broken the text is`, () => {
    const nested = (depth: number, end = ']'): string => '['.repeat(depth) + end.repeat(depth);
    expect(readJson(nested(MAX_JSON_DEPTH)).kind).toBe('json');
    expect(faultOf(nested(MAX_JSON_DEPTH + 1))).toMatchObject({ kind: 'too-deep', column: MAX_JSON_DEPTH + 1 });
    expect(faultOf(nested(500_000))).toMatchObject({ kind: 'too-deep' });
    expect(faultOf(nested(500_000, ''))).toMatchObject({ kind: 'too-deep' });
    expect(faultOf('{"a":'.repeat(200_000))).toMatchObject({ kind: 'too-deep' });
  });

  it(`reads ${MAX_JSON_VALUES} values and no more, in one object, in one array, or in many`, () => {
    const items = (count: number): string => Array.from({ length: count }, () => '1').join(',');
    const members = (count: number): string => Array.from({ length: count }, (_, index) => `"${index}":1`).join(',');
    expect(readJson(`[${items(MAX_JSON_VALUES - 1)}]`).kind).toBe('json');
    expect(faultOf(`[${items(MAX_JSON_VALUES)}]`)).toMatchObject({ kind: 'too-many' });
    expect(readJson(`{${members(MAX_JSON_VALUES - 1)}}`).kind).toBe('json');
    expect(faultOf(`{${members(MAX_JSON_VALUES)}}`).message).toBe(`more than ${MAX_JSON_VALUES} values in it`);
    expect(faultOf(`[${'{"a":1},'.repeat(100_000)}`)).toMatchObject({ kind: 'too-many', line: 1 });
  });

  it('looks for the title of a page of a mebibyte once, whatever is in it', () => {
    const page = `<html>${'<title '.repeat(150_000)}`;
    expect(faultOf(page)).toMatchObject({ kind: 'html', message: 'an HTML page in place of JSON' });
    expect(faultOf(`${page}lang="en">Here`).message).toBe('an HTML page ("Here") in place of JSON');
  });

  it('reads a string of a mebibyte, with and without escapes, closed or not', () => {
    for (const unit of ['a', '\\n', '\\u0041']) {
      const inside = unit.repeat(1_048_576 / unit.length);
      expect(readJson(`"${inside}"`).kind).toBe('json');
      expect(faultOf(`"${inside}`)).toMatchObject({ kind: 'syntax' });
    }
  });
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Just enough of the tar format: 512-byte headers, each followed by the file in blocks of 512. */
const filesInTar = (tar: Buffer): readonly (readonly [name: string, bytes: Buffer])[] => {
  const files: (readonly [string, Buffer])[] = [];
  for (let offset = 0; offset + 512 <= tar.length && tar[offset] !== 0; ) {
    const name = tar.toString('utf8', offset, offset + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('latin1', offset + 124, offset + 136), 8);
    if (tar[offset + 156] === 0x30) files.push([name, tar.subarray(offset + 512, offset + 512 + size)]);
    offset += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
};

const decode = (bytes: Buffer): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

const suite = corpusPath('json-test-suite.tar.gz');

describe.skipIf(suite === null)('the JSON test suite (skipped where it is not beside the project)', () => {
  const files = suite === null ? [] : filesInTar(gunzipSync(readFileSync(suite)));
  const parsing = files.filter(([name]) => name.startsWith('test_parsing/'));

  it('is there', () => {
    expect(parsing.length).toBeGreaterThan(300);
  });

  it('is read where it must be', () => {
    const must = parsing.filter(([name]) => name.startsWith('test_parsing/y_'));
    expect(must.filter(([, bytes]) => readJson(decode(bytes)).kind !== 'json').map(([name]) => name)).toEqual([]);
    expect(must.length).toBeGreaterThan(90);
  });

  it('is refused where it must be, with a place for each fault in the text', () => {
    const mustNot = parsing.filter(([name]) => name.startsWith('test_parsing/n_'));
    for (const [name, bytes] of mustNot) {
      const reading = readJson(decode(bytes));
      if (reading.kind === 'json') expect.fail(`${name} was read`);
      if (reading.fault.kind === 'syntax') expect([name, reading.fault.line]).not.toEqual([name, null]);
    }
    expect(mustNot.length).toBeGreaterThan(180);
  });

  it('gives an answer to the rest', () => {
    for (const [, bytes] of files) expect(readJson(decode(bytes)).kind).toMatch(/^(json|not-json)$/);
  });
});
