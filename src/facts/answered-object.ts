import { isJsonObject, type JsonObject, readJson } from '../spec/json.js';
import { bodyText } from './body-text.js';
import type { HttpLook } from './http.js';
import { seenValue } from './observation.js';

/** The JSON object that a look brought, whole and with status 200; undefined where it brought anything else, or there was none. */
export const answeredObject = (look: HttpLook | undefined): JsonObject | undefined => {
  const response = look === undefined ? undefined : seenValue(look.response);
  const body = response?.status === 200 ? seenValue(response.body) : undefined;
  const json = body === undefined ? undefined : readJson(bodyText(body));
  return json?.kind === 'json' && isJsonObject(json.value) ? json.value : undefined;
};
