/** Where JSON text went wrong: `line` and `column` count from 1, `message` says what was found and what was expected, `excerpt` is the offending line. */
export interface JsonFault {
  readonly kind: 'empty' | 'not-utf8' | 'byte-order-mark' | 'html' | 'syntax' | 'too-deep';
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly excerpt: string | null;
}

export type JsonReading =
  | {
      readonly kind: 'json';
      readonly value: unknown /** Members that stand twice in one object, as paths (`m.homeserver.base_url`). */;
      readonly duplicateKeys: readonly string[];
    }
  | { readonly kind: 'not-json'; readonly fault: JsonFault };

export type JsonObject = { readonly [key: string]: unknown };

/** At most this deep; deeper texts are `too-deep`. */
export const MAX_JSON_DEPTH = 100;

/**
 * One JSON text (RFC 8259), the whole of it. `text` null: the bytes were not UTF-8. A byte order mark is a fault of its own, since
 * `JSON.parse` and most servers refuse it. Never throws. `__proto__` is an ordinary member.
 */
export const readJson = (text: string | null): JsonReading => {
  throw new Error(`not written yet: ${text}`);
};

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
