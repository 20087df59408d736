import type { CheckDescription } from '../report/check-description.js';
import { openPage, type Page, type TextOptions } from './text/page.js';
import { recipeLines } from './text/recipe-lines.js';
import { AFFECTED_WORDS, SEVERITY_TERMS, WEB_SERVER_WORDS } from './vocabulary.js';

/** One check in all its words. */
export const renderExplanation = (check: CheckDescription, options: TextOptions): string => {
  const page = openPage(options);
  const { ink, word } = SEVERITY_TERMS[check.severity];
  const rows = [
    ['Passes', check.title],
    ['Fails', check.failureTitle],
    ['Affects', AFFECTED_WORDS[check.affects]],
    ['Why', check.why],
    ['Fix', check.fix],
    ['Spec', page.link(check.spec)],
  ] as const;
  const lead = (label: string): string => `  ${label.padEnd(7)} `;
  return `${[
    `${page.heading(check.id)}  ${page.paint(ink, word)}, ${LEVEL_WORDS[check.level]}`,
    '',
    ...rows.flatMap(([label, text]) => page.hang(lead(label), text)),
    ...recipeRows(check, page, lead),
  ].join('\n')}\n`;
};

const recipeRows = (
  { id, recipe }: CheckDescription,
  page: Page,
  lead: (label: string) => string,
): readonly string[] => {
  if (recipe === null) return [];
  const howTo = page.hang(lead('How to'), `${recipe.title}${recipe.webServer === null ? `: ${askFor(id)}` : ''}`);
  return recipe.webServer === null
    ? howTo
    : ['', ...howTo, ...recipeLines(recipe, page, lead), '', ...page.hang('  ', SAMPLE_NAMES)];
};

const askFor = (id: string): string =>
  `matrix-discovery explain ${id} --for NAME, where NAME is ${Object.keys(WEB_SERVER_WORDS)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1')}`;

const SAMPLE_NAMES = 'The names are those of an example. The report of a server with this fault has the right ones.';

const LEVEL_WORDS = {
  MUST: 'the specification demands it (MUST)',
  SHOULD: 'the specification recommends it (SHOULD)',
  advice: 'advice from experience',
} as const satisfies Record<CheckDescription['level'], string>;
