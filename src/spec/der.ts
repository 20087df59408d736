/** One element of DER (X.690): its identifier octet, and where its content lies within `bytes`. */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
}

/** The elements that follow each other in `bytes`, up to the end. Throws where they do not fill it exactly. */
export const readDer = (bytes: Uint8Array): readonly DerElement[] => {
  const elements: DerElement[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const tag = octet(bytes, offset);
    if ((tag & 0x1f) === 0x1f) throw new Error('a tag of several octets, which certificates do not have');
    const { length, start } = readLength(bytes, offset + 1);
    if (start + length > bytes.length) throw new Error('an element that is longer than what holds it');
    elements.push({ tag, content: bytes.subarray(start, start + length) });
    offset = start + length;
  }
  return elements;
};

/** The dotted form of the content of an OBJECT IDENTIFIER. */
export const readObjectIdentifier = (content: Uint8Array): string => {
  // A longer one would only cost time: X.509 knows none.
  if (content.length > 64) throw new Error('an object identifier of more than 64 octets');
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const byte of content) {
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    if ((byte & 0x80) !== 0) continue;
    if (arcs.length === 0) {
      const first = arc < 80n ? arc / 40n : 2n;
      arcs.push(first, arc - first * 40n);
    } else {
      arcs.push(arc);
    }
    arc = 0n;
  }
  return arcs.join('.');
};

/** UTCTime and GeneralizedTime as RFC 5280 allows them: in UTC, with seconds, without fractions. */
export const readDerTime = ({ tag, content }: DerElement): Date => {
  const text = Buffer.from(content).toString('latin1');
  const parts = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text)?.slice(1).map(Number);
  const [year = 0, month = 0, day, hour, minute, second] = parts ?? [];
  const yearDigits = text.length === 13 ? 2 : 4;
  if (parts === undefined || yearDigits !== (tag === UTC_TIME ? 2 : 4))
    throw new Error('a time that RFC 5280 does not allow');
  const fullYear = yearDigits === 4 ? year : year + (year < 50 ? 2000 : 1900);
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  const time = new Date(0);
  time.setUTCFullYear(fullYear, month - 1, day);
  time.setUTCHours(hour ?? 0, minute, second);
  return time;
};

/** The text of any of the string types of X.520. */
export const readDerString = ({ tag, content }: DerElement): string => {
  const buffer = Buffer.from(content);
  if (tag === UTF8_STRING) return buffer.toString('utf8');
  if (tag === BMP_STRING)
    return Buffer.from(buffer.subarray(0, buffer.length & ~1))
      .swap16()
      .toString('utf16le');
  return buffer.toString('latin1');
};

const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const BMP_STRING = 0x1e;

const octet = (bytes: Uint8Array, offset: number): number => {
  const value = bytes[offset];
  if (value === undefined) throw new Error('the end within an element');
  return value;
};

const readLength = (bytes: Uint8Array, offset: number): { readonly length: number; readonly start: number } => {
  const first = octet(bytes, offset);
  if (first < 0x80) return { length: first, start: offset + 1 };
  const octets = first & 0x7f;
  if (octets === 0 || octets > 4) throw new Error('a length without a definite form, or beyond 4 octets');
  let length = 0;
  for (let index = 1; index <= octets; index += 1) length = length * 256 + octet(bytes, offset + index);
  return { length, start: offset + 1 + octets };
};
