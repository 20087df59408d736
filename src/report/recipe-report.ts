import type { Check } from '../checks/check.js';
import type { Verdict } from '../checks/verdict.js';
import type { Facts } from '../facts/facts.js';
import type { RecipeId } from '../recipes/index.js';
import type { RecipeValues, SiteKind, WebServer } from '../recipes/recipe.js';
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
  return recipeOf(check, webServer, recipeValues(check, failure, facts));
};

/** The recipe of a check with these values; null where it has none. */
export const recipeOf = (
  { recipe, site }: Pick<Check, 'recipe' | 'site'>,
  webServer: WebServer | null,
  values: RecipeValues,
): FindingRecipe | null =>
  recipe === undefined
    ? null
    : filledRecipe(recipeAt(recipe, values.path), webServer, values, site ?? siteAt(values.path));

/** What is wrong with one answer of the client API is wrong with all of them. */
const recipeAt = (recipe: RecipeId, path: string): RecipeId =>
  recipe === 'cors-header' && path.startsWith('/_matrix/client/') ? 'homeserver-cors' : recipe;

/** No file is below /_matrix: a web server passes that on. */
const siteAt = (path: string): SiteKind | null => (path.startsWith('/_matrix/') ? 'proxy' : null);
