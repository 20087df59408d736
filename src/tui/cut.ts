import stringWidth from 'string-width';

/** The text in so many columns; what is cut ends in `...`. */
export const cut = (text: string, width: number): string => {
  if (stringWidth(text) <= width) return text;
  const room = Math.max(0, width - DOTS.length);
  let kept = '';
  for (const character of text) {
    if (stringWidth(kept + character) > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}${DOTS}`.slice(0, Math.max(0, width));
};

const DOTS = '...';
