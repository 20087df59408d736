import { AREAS } from '../checks/area.js';
import type { CheckId } from '../checks/check.js';
import { nearest } from '../spec/nearest.js';

/** Which checks count: areas (`tls`) or check ids (`tls/certificate-name`). Empty `only`: all. `skip` wins. */
export interface Selection {
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

export const EVERYTHING: Selection = { only: [], skip: [] };

export const isSelected = (id: CheckId, { only, skip }: Selection): boolean =>
  (only.length === 0 || only.some((word) => matches(id, word))) && !skip.some((word) => matches(id, word));

/** A word of a selection that is neither an area nor one of `ids`, with the nearest one that is; null where nothing is near. */
export interface UnknownWord {
  readonly word: string;
  readonly nearest: string | null;
}

/** The first unknown word; undefined where all are known. */
export const unknownWord = ({ only, skip }: Selection, ids: readonly CheckId[]): UnknownWord | undefined => {
  const known = [...Object.keys(AREAS), ...ids];
  const word = [...only, ...skip].find((candidate) => !known.includes(candidate));
  return word === undefined ? undefined : { word, nearest: nearest(word, known) };
};

const matches = (id: CheckId, word: string): boolean => id === word || id.startsWith(`${word}/`);
