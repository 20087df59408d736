import { safeText } from '../render/safe-text.js';
import { TOOL } from '../version.js';

/** One line for stderr, whatever is in the text. */
export const message = (text: string): string => `${TOOL}: ${safeText(text)}\n`;

/** A defect of this tool, in one line. */
export const defectMessage = (error: unknown): string =>
  message(`internal error: ${error instanceof Error ? error.message : String(error)}; please report it`);
