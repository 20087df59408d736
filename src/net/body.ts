import type { Body } from '../facts/http.js';

/** Text where the bytes are valid UTF-8, base64 otherwise. */
export const bodyOf = (content: Buffer): Body => {
  try {
    return { encoding: 'utf8', content: utf8.decode(content), bytes: content.length };
  } catch {
    return { encoding: 'base64', content: content.toString('base64'), bytes: content.length };
  }
};

/** Fatal, and with the byte order mark kept (which `ignoreBOM` means). */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
