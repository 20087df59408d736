import type { Page } from './page.js';

/** A line of a finding behind its label; what does not fit goes on below its first word. */
export const detail = (label: string, words: string, page: Page): readonly string[] =>
  page.hang(detailLead(label, page), words);

export const detailLead = (label: string, page: Page): string =>
  page.narrow ? `  ${label.padEnd(5)} ` : `    ${label.padEnd(7)} `;
