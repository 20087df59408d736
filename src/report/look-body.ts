import { answeredObject } from '../facts/answered-object.js';
import type { HttpLook } from '../facts/http.js';
import { seenValue } from '../facts/observation.js';
import type { JsonObject } from '../spec/json.js';

/** The text of a whole answer with status 200; null where its bytes were not UTF-8, undefined where there was no such answer. */
export const bodyText = (look: HttpLook | undefined): string | null | undefined => {
  const response = look === undefined ? undefined : seenValue(look.response);
  const body = response?.status === 200 ? seenValue(response.body) : undefined;
  if (body === undefined) return undefined;
  return body.encoding === 'utf8' ? body.content : null;
};

/** The JSON object in such an answer; undefined where it is anything else. */
export const bodyObject = (look: HttpLook | undefined): JsonObject | undefined =>
  look === undefined ? undefined : answeredObject(look);
