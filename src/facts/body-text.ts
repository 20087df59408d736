import type { JsonText } from '../spec/json.js';
import type { Body } from './http.js';

/** A body as the readers of `spec` take it: text where it is UTF-8, else its bytes. */
export const bodyText = ({ encoding, content }: Body): JsonText =>
  encoding === 'utf8' ? content : Buffer.from(content, 'base64');
