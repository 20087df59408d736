import type { FindingRecipe, Report } from '../report/report.js';
import { safeLines, safeStrings } from './safe-text.js';

/** A report whose texts are safe to show. The line breaks of a fix and of a recipe are our own, so they stay. */
export const safeReport = (report: Report): Report => ({
  ...safeStrings(report),
  findings: report.findings.map((finding) => ({
    ...safeStrings(finding),
    fix: safeLines(finding.fix),
    recipe: finding.recipe === null ? null : safeRecipe(finding.recipe),
  })),
});

const safeRecipe = (recipe: FindingRecipe): FindingRecipe => ({
  ...safeStrings(recipe),
  texts: recipe.texts.map((text) => ({
    ...safeStrings(text),
    parts: text.parts.map(({ where, lines }) => ({ where: safeStrings(where), lines: safeLines(lines) })),
  })),
});
