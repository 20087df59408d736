/** Enough of a foreign text to recognise it by: at most 80 characters. */
export const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}...` : text);

/** `"_", U+005F`; one that would not show, or not alone, only by its number. */
export const characterWords = (character: string): string => {
  const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `"${character}", ${number}` : number;
};
