import { randomBytes } from 'node:crypto';

/**
 * The name with each of its letters in upper or lower case by chance (draft-vixie-dnsext-dns0x20): a server repeats the question as it came,
 * and whoever guesses at it would have to guess the case of every letter besides id and port.
 */
export const mixCase = (name: string): string => {
  const chance = randomBytes(name.length);
  return name.replace(/[a-z]/gi, (letter, at: number) =>
    ((chance[at] ?? 0) & 1) === 0 ? letter.toLowerCase() : letter.toUpperCase(),
  );
};

/**
 * A name out of an answer, in presentation form, with those of its last labels that were copied from the question as it was `sent` put back to how
 * they were `asked`: answers point back into the question for what they share with it, and nobody should read a case that only chance chose.
 */
export const restoreCase = (name: string, sent: string, asked: string): string => {
  const labels = labelsOf(name);
  const sentLabels = labelsOf(sent);
  const askedLabels = labelsOf(asked);
  let copied = 0;
  while (
    copied < labels.length &&
    copied < sentLabels.length &&
    labels.at(-1 - copied) === sentLabels.at(-1 - copied)
  ) {
    copied += 1;
  }
  return copied === 0 ? name : [...labels.slice(0, labels.length - copied), ...askedLabels.slice(-copied)].join('.');
};

const labelsOf = (name: string): readonly string[] => name.match(/(?:\\.|[^\\.])+/g) ?? [];
