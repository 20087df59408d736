/** Gathers chunks into one buffer: a body in a million chunks of one byte must not cost a million objects. */
export interface ByteCollector {
  readonly size: number;
  /** False where the chunk would make it as large as the limit; then it is not taken. */
  add(chunk: Buffer): boolean;
  content(): Buffer;
}

const FIRST_CAPACITY = 4096;

/** `limit` itself is already too many bytes. */
export const createByteCollector = (limit: number): ByteCollector => {
  let buffer = Buffer.allocUnsafe(Math.min(FIRST_CAPACITY, limit));
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(chunk) {
      if (size + chunk.length >= limit) return false;
      if (size + chunk.length > buffer.length) {
        const larger = Buffer.allocUnsafe(Math.min(limit, Math.max(buffer.length * 2, size + chunk.length)));
        buffer.copy(larger, 0, 0, size);
        buffer = larger;
      }
      chunk.copy(buffer, size);
      size += chunk.length;
      return true;
    },
    content: () => buffer.subarray(0, size),
  };
};
