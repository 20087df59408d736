import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/spec/canonical-json.js';
import { readJson } from '../../src/spec/json.js';

const canonicalOf = (value: unknown): string => {
  const reading = canonicalJson(value);
  if (reading.kind === 'impossible') throw new Error(`${reading.fault.path} ${reading.fault.message}`);
  return reading.text;
};

const parsed = (text: string): unknown => {
  const reading = readJson(text);
  if (reading.kind === 'not-json') throw new Error(reading.fault.message);
  return reading.value;
};

const auth = {
  success: true,
  mxid: '@john.doe:example.com',
  profile: {
    display_name: 'John Doe',
    three_pids: [
      { medium: 'email', address: 'john.doe@example.org' },
      { medium: 'msisdn', address: '123456789' },
    ],
  },
};
const canonicalAuth =
  '{"auth":{"mxid":"@john.doe:example.com","profile":{"display_name":"John Doe","three_pids":[{"address":"john.doe@example.org","medium":"email"},{"address":"123456789","medium":"msisdn"}]},"success":true}}';

describe('canonicalJson', () => {
  // Appendices, "Canonical JSON", all of the examples.
  it.each([
    ['{}', '{}'],
    ['{ "one": 1, "two": "Two" }', '{"one":1,"two":"Two"}'],
    ['{ "b": "2", "a": "1" }', '{"a":"1","b":"2"}'],
    [JSON.stringify({ auth }, null, 2), canonicalAuth],
    ['{"a":"日本語"}', '{"a":"日本語"}'],
    ['{"本":2,"日":1}', '{"日":1,"本":2}'],
    ['{"a":"\\u65E5"}', '{"a":"日"}'],
    ['{"a":null}', '{"a":null}'],
    ['{"a":-0,"b":1e10}', '{"a":0,"b":10000000000}'],
  ])('writes %s as in the specification', (text, canonical) => {
    expect(canonicalOf(parsed(text))).toBe(canonical);
  });

  it.each([
    ['{"10":1,"9":2,"1":3}', '{"1":3,"10":1,"9":2}'],
    ['{"\\uD800\\uDC00":1,"\\uFFFD":2}', '{"\ufffd":2,"\u{10000}":1}'],
    ['{"b":1,"":2,"a":3,"A":4}', '{"":2,"A":4,"a":3,"b":1}'],
    ['{"z":1,"__proto__":{"y":1,"x":2}}', '{"__proto__":{"x":2,"y":1},"z":1}'],
    ['[ true , false , null ]', '[true,false,null]'],
    ['[9007199254740991,-9007199254740991]', '[9007199254740991,-9007199254740991]'],
    ['"\\u0000\\u001F\\b\\t\\n\\f\\r\\"\\\\\\/\\u007f\\u2028"', '"\\u0000\\u001f\\b\\t\\n\\f\\r\\"\\\\/\u007f\u2028"'],
    ['"\\uD83D\\uDE00"', '"\u{1f600}"'],
  ])('writes %s as %j', (text, canonical) => {
    expect(canonicalOf(parsed(text))).toBe(canonical);
  });

  it.each([
    [{ a: { b: [0, 1.5] } }, 'a.b[1]', 'is 1.5, and canonical JSON has whole numbers only'],
    [{ a: 2 ** 53 }, 'a', 'is 9007199254740992, which is beyond 2^53 - 1'],
    [{ a: -(2 ** 53) }, 'a', 'is -9007199254740992, which is beyond 2^53 - 1'],
    [JSON.parse('[1e400]'), '[0]', 'is Infinity, and canonical JSON has whole numbers only'],
    [{ a: '\ud800' }, 'a', /surrogate/],
    [{ '\udc00': 1 }, '\udc00', /surrogate/],
    [{ a: undefined }, 'a', /which JSON does not have/],
    [{ a: Symbol('a') }, 'a', /which JSON does not have/],
    [{ ['k'.repeat(5000)]: 0.5 }, 'k'.repeat(200), /whole numbers/],
  ])('cannot write %j', (value, path, message) => {
    expect(canonicalJson(value)).toEqual({
      kind: 'impossible',
      fault: { path, message: message instanceof RegExp ? expect.stringMatching(message) : message },
    });
  });

  it('ends at a depth', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(canonicalJson(deep)).toMatchObject({ kind: 'impossible', fault: { message: /nested more than/ } });
  });

  it('writes whatever readJson reads at its own depth', () => {
    const text = `${'['.repeat(100)}${']'.repeat(100)}`;
    expect(canonicalOf(parsed(text))).toBe(text);
  });

  const anyCanonical = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(null, true, false),
      fc.maxSafeInteger(),
      fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text)),
      fc.array(tie('value'), { maxLength: 5 }),
      fc
        .array(
          fc.tuple(
            fc.string({ unit: fc.constantFrom('a', 'b', '1', '\ufffd', '\u{10000}', '\u{1f600}', '\u00e4') }),
            tie('value'),
          ),
        )
        .map((members) => Object.fromEntries(members)),
    ),
  })).value;

  it('keeps the value, and writes its own text again', () => {
    fc.assert(
      fc.property(anyCanonical, (value) => {
        const text = canonicalOf(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalOf(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('orders members by code point at every level', () => {
    const byCodePoint = (left: string, right: string): number => {
      const [lefts, rights] = [[...left], [...right]].map((text) => text.map((each) => each.codePointAt(0) ?? 0));
      for (const [index, code] of (lefts ?? []).entries()) {
        const difference = code - (rights?.[index] ?? -1);
        if (difference !== 0) return difference;
      }
      return (lefts ?? []).length - (rights ?? []).length;
    };
    const anyKey = fc.string({
      unit: fc.constantFrom('a', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}', '\u00e4'),
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyKey), (keys) => {
        const text = canonicalOf(Object.fromEntries(keys.map((key) => [key, 0])));
        const expected = keys.toSorted(byCodePoint).map((key) => `${JSON.stringify(key)}:0`);
        expect(text).toBe(`{${expected.join(',')}}`);
      }),
    );
  });
});
