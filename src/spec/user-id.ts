import { parseServerName, type ServerName } from './server-name.js';

/** A user ID taken apart at its first colon. */
export interface UserId {
  readonly localpart: string;
  readonly serverName: ServerName;
}

/**
 * A user ID with at most 255 bytes (appendices, "User Identifiers"); null where the text is none. The historical localparts (any
 * character but a colon and NUL) are taken too, since such accounts exist.
 */
export const readUserId = (text: string): UserId | null => {
  const parts = /^@([^:\u0000]+):(.*)$/su.exec(text);
  if (parts === null || Buffer.byteLength(text) > 255) return null;
  const [, localpart = '', name = ''] = parts;
  const reading = parseServerName(name);
  return reading.kind === 'valid' ? { localpart, serverName: reading.serverName } : null;
};
