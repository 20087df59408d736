import type { Check } from '../checks/check.js';
import type { Verdict } from '../checks/verdict.js';
import type { Facts } from '../facts/facts.js';
import { recogniseWebServer } from '../recipes/web-server.js';
import { filledRecipe } from './filled-recipe.js';
import { recipeValues } from './recipe-values.js';
import type { FindingRecipe } from './report.js';

/** The recipe of a failed check, with the actual names and for the web server whose answer has to change. */
export const recipeReport = (
  check: Pick<Check, 'id' | 'recipe' | 'site'>,
  failure: Extract<Verdict, { outcome: 'fail' }>,
  facts: Facts,
): FindingRecipe | null => {
  if (check.recipe === undefined) return null;
  const { place } = failure;
  const webServer = place === null ? null : recogniseWebServer(place.serverHeader, place.via);
  return filledRecipe(check.recipe, webServer, recipeValues(check, failure, facts), check.site ?? null);
};
