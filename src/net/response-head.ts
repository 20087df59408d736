import type { HeaderLine } from '../facts/http.js';

export interface ResponseHead {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  /** From the request on. */
  readonly firstByteMs: number;
}

/** Reads undici's raw header lines: names and values in turn, as bytes. HTTP's own encoding is ISO 8859-1. */
export const headerLines = (raw: unknown): readonly HeaderLine[] => {
  const texts = Array.isArray(raw) ? raw.map(textOf) : [];
  return texts.flatMap((name, index) => (index % 2 === 0 ? [[name, texts[index + 1] ?? ''] as const] : []));
};

const textOf = (part: unknown): string => (Buffer.isBuffer(part) ? part.toString('latin1') : String(part));

/** Whether such a response has no body, whatever length it announces (RFC 9110 6.4.1). */
export const isBodiless = (status: number): boolean => status === 204 || status === 304;

/** How many bytes of body are announced; 0 where nothing is. */
export const announcedBytes = ({ status, headers }: ResponseHead): number => {
  const line = headers.find(([name]) => name.toLowerCase() === 'content-length');
  return line !== undefined && /^\s*\d+\s*$/.test(line[1]) && !isBodiless(status) ? Number(line[1]) : 0;
};
