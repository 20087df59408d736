import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBase64, writeBase64 } from '../../src/spec/base64.js';

const text = (decoded: ReturnType<typeof readBase64>): string | undefined =>
  decoded.kind === 'bytes' ? Buffer.from(decoded.bytes).toString('latin1') : undefined;

describe('readBase64', () => {
  // Appendices, "Unpadded Base64", and RFC 4648, section 10.
  it.each([
    ['', ''],
    ['Zg', 'f'],
    ['Zm8', 'fo'],
    ['Zm9v', 'foo'],
    ['Zm9vYg', 'foob'],
    ['Zm9vYmE', 'fooba'],
    ['Zm9vYmFy', 'foobar'],
  ])('%j is %j', (encoded, decoded) => {
    const reading = readBase64(encoded);
    expect(text(reading)).toBe(decoded);
    expect(reading).toMatchObject({ oddities: [] });
  });

  it.each([
    ['Zg==', 'f', ['padded']],
    ['Zm8=', 'fo', ['padded']],
    ['-_-_', '\xfb\xff\xbf', ['url-safe']],
    ['_w==', '\xff', ['padded', 'url-safe']],
    ['Zh', 'f', []],
  ])('%j is %j, and %j', (encoded, decoded, oddities) => {
    const reading = readBase64(encoded);
    expect(text(reading)).toBe(decoded);
    expect(reading).toMatchObject({ oddities });
  });

  it.each(['Z', 'Zm9vY', 'Zg=', 'Zm9v=', 'Zm9v====', 'Z=g=', '=', 'Zm 9v', 'Zm9v\n', 'ab$%cd==efgh', 'Zm9ü'])(
    '%j is invalid',
    (encoded) => {
      expect(readBase64(encoded)).toEqual({ kind: 'invalid' });
    },
  );

  it('reads the seed of the specification, whose trailing bits are not zero', () => {
    expect(readBase64('YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1')).toMatchObject({ kind: 'bytes', oddities: [] });
  });

  it('reads what writeBase64 writes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(readBase64(writeBase64(bytes))).toEqual({ kind: 'bytes', bytes, oddities: [] });
      }),
    );
  });
});
