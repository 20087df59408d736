import type { FileFetch, HttpResponse } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';

/** The last response of a chain that ended in one. */
export const finalResponse = (fetch: FileFetch): HttpResponse | undefined => {
  const last = fetch.end.kind === 'answered' ? fetch.hops.at(-1) : undefined;
  return last === undefined ? undefined : seenValue(last.response);
};
