/** Why bytes are not UTF-8, in words, and where: `offset` in `text`, which is what a lenient reader makes of them (U+FFFD for what is wrong). */
export interface Utf8Fault {
  readonly message: string;
  readonly offset: number;
  readonly text: string;
}

/** null where the bytes are UTF-8. */
export const utf8Fault = (bytes: Uint8Array): Utf8Fault | null => {
  const wrong = firstWrongByte(bytes);
  if (wrong === null) return null;
  return {
    message: faultWords(bytes, wrong),
    offset: decoded(bytes.subarray(0, wrong)).length,
    text: decoded(bytes),
  };
};

/** "UTF-8 decode" of the Encoding standard: without a byte order mark, wrong bytes as U+FFFD. */
export const asBrowsersDecode = (text: string | Uint8Array): string =>
  (typeof text === 'string' ? text : decoded(text)).replace(/^\ufeff/u, '');

const decoded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const firstWrongByte = (bytes: Uint8Array): number | null => {
  for (let index = 0; index < bytes.length; ) {
    const byte = bytes[index] ?? 0;
    const length = sequenceLength(byte);
    if (byte > 0x7f && !isUtf8(bytes.subarray(index, index + length))) return index;
    index += length;
  }
  return null;
};

/** How many bytes a first byte announces; one where it announces nothing that is allowed, which `isUtf8` then refuses. */
const sequenceLength = (byte: number): number => {
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 1;
};

const faultWords = (bytes: Uint8Array, wrong: number): string => {
  const signature = SIGNATURES.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (signature !== undefined) return `${signature[1]} in place of UTF-8`;
  const byte = (bytes[wrong] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return `the byte 0x${byte}, which is not UTF-8 (Latin-1 or Windows-1252, most often)`;
};

const SIGNATURES: readonly (readonly [start: readonly number[], words: string])[] = [
  [[0xff, 0xfe], 'UTF-16'],
  [[0xfe, 0xff], 'UTF-16'],
  [[0x1f, 0x8b], 'compressed data (gzip)'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'compressed data (zstd)'],
];
