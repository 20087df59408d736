/** What moves beside what is awaited, at that time. */
export const spinnerAt = (elapsedMs: number, unicode: boolean): string => {
  const frames = unicode ? UNICODE_FRAMES : ASCII_FRAMES;
  return frames[Math.floor(elapsedMs / 250) % frames.length] ?? '';
};

const UNICODE_FRAMES = ['\u280b', '\u2819', '\u2838', '\u2834', '\u2826', '\u2807'];
/** Without the dash, which stands for nothing. */
const ASCII_FRAMES = ['/', '|', '\\', '|'];
