import type { Area } from '../checks/area.js';
import type { Affected, Check, CheckId, Level, Severity } from '../checks/check.js';
import type { WebServer } from '../recipes/recipe.js';
import { areaOf } from './findings.js';
import { namePlaceholders } from './placeholders.js';
import { recipeOf } from './recipe-report.js';
import { sampleRecipeValues } from './recipe-values.js';
import type { FindingRecipe } from './report.js';

/** A check in words, without a server at hand. What `list --json` prints, one for each check. */
export interface CheckDescription {
  readonly id: CheckId;
  readonly area: Area;
  readonly severity: Severity;
  readonly level: Level;
  readonly affects: Affected;
  /** True where it passes. */
  readonly title: string;
  /** True where it fails; `<name>` stands for what is filled in. */
  readonly failureTitle: string;
  readonly why: string;
  readonly fix: string;
  readonly spec: string;
  /** Its remedy as configuration, with names of an example; null where it has none. */
  readonly recipe: FindingRecipe | null;
}

/** `webServer`: whose lines the recipe has; null for none. */
export const describeCheck = (check: Check, webServer: WebServer | null = null): CheckDescription => {
  const { id, severity, level, affects, title, failureTitle, why, fix, usualFix, spec } = check;
  return {
    id,
    area: areaOf(id),
    severity,
    level,
    affects,
    title,
    failureTitle: namePlaceholders(failureTitle),
    why: namePlaceholders(why),
    fix: usualFix ?? namePlaceholders(fix),
    spec,
    recipe: recipeOf(check, webServer, sampleRecipeValues(check)),
  };
};
