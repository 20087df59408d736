import type { HttpLook } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import { headerValues } from '../../spec/header-lines.js';

/** "Access-Control-Allow-Headers: Content-Type", or "no Access-Control-Allow-Headers". */
export const headerLine = ({ response }: HttpLook, name: string): string => {
  const values = headerValues(seenValue(response)?.headers ?? [], name);
  return values.length === 0 ? `no ${name}` : `${name}: ${values.join(', ')}`;
};
