import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonObject } from '../../spec/json.js';
import type { Evidence } from '../verdict.js';

/** How a member of one copy of a file differs from that of another. Values are undefined where there is none. */
export interface MemberChange {
  readonly member: string;
  readonly here: unknown;
  readonly there: unknown;
}

/** The members that differ, in the order in which they stand. Order within a file and white space make no difference, nor does a final slash of a base URL. */
export const memberChanges = (here: JsonObject, there: JsonObject): readonly MemberChange[] =>
  [...new Set([...Object.keys(here), ...Object.keys(there)])]
    .filter((member) => !isDeepStrictEqual(withoutFinalSlash(here[member]), withoutFinalSlash(there[member])))
    .map((member) => ({ member, here: here[member], there: there[member] }));

/** "io.element.e2ee is on matrix.example.com only", "m.homeserver differs" */
export const changeWords = ({ member, here, there }: MemberChange, other: string): string => {
  if (here === undefined) return `${member} is on ${other} only`;
  return there === undefined ? `${member} is missing on ${other}` : `${member} differs`;
};

/** What stands where, for each of them; `hereLabel` and `thereLabel` name the two files. */
export const changeEvidence = (
  changes: readonly MemberChange[],
  hereLabel: string,
  thereLabel: string,
): readonly Evidence[] =>
  changes.flatMap(({ member, here, there }) => [
    { label: `${member} in ${hereLabel}`, value: valueWords(here) },
    { label: `${member} in ${thereLabel}`, value: valueWords(there) },
  ]);

const MAX_SHOWN = 200;

const valueWords = (value: unknown): string => {
  if (value === undefined) return 'missing';
  // A user name and password are nobody's business.
  const text = JSON.stringify(value).replace(/(:\/\/)[^/?#"]*@/gu, '$1***@');
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}...` : text;
};

const withoutFinalSlash = (value: unknown): unknown =>
  isJsonObject(value) && typeof value.base_url === 'string'
    ? { ...value, base_url: value.base_url.replace(/\/$/u, '') }
    : value;
