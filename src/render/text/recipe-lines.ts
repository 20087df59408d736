import stringWidth from 'string-width';
import type { FindingRecipe, FindingRecipeText } from '../../report/report.js';
import { SITE_WORDS, WEB_SERVER_WORDS } from '../vocabulary.js';
import type { Page } from './page.js';

/**
 * What to write into the web server, as it stands: never broken into shorter lines, so that it can be pasted. `lead` is what a line with that
 * label begins with. Nothing where the web server is not known.
 */
export const recipeLines = (
  { webServer, texts, because }: FindingRecipe,
  page: Page,
  lead: (label: string) => string,
): readonly string[] => {
  if (webServer === null) return [];
  const label = WEB_SERVER_WORDS[webServer];
  if (because !== null) return page.hang(lead(label), because);
  const indent = ' '.repeat(stringWidth(lead('')));
  return texts.flatMap((text, index) =>
    textLines(texts.length === 1 ? { ...text, site: null } : text, page, index === 0 ? lead(label) : indent),
  );
};

const textLines = ({ site, parts, note }: FindingRecipeText, page: Page, lead: string): readonly string[] => {
  const indent = ' '.repeat(stringWidth(lead));
  const first = site === null ? '' : `${SITE_WORDS[site]}, `;
  return [
    ...parts.flatMap(({ where, lines }, index) => [
      ...page.hang(index === 0 ? lead : indent, `${index === 0 ? first : 'and '}${where}:`),
      ...lines.split('\n').map((line) => `${indent}  ${line}`),
    ]),
    ...(note === null ? [] : page.hang(indent, note)),
  ];
};
