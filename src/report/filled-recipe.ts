import { type RecipeId, recipes } from '../recipes/index.js';
import type { RecipeForServer, RecipeText, RecipeValues, SiteKind, WebServer } from '../recipes/recipe.js';
import { fillPlaceholders } from './placeholders.js';
import type { FindingRecipe, FindingRecipeText } from './report.js';

/** A recipe for one web server, or, where that is not known, its title alone. `site`: the one kind of site that it is about; null for all. */
export const filledRecipe = (
  id: RecipeId,
  webServer: WebServer | null,
  values: RecipeValues,
  site: SiteKind | null = null,
): FindingRecipe => {
  const { title, servers } = recipes[id];
  const forServer = webServer === null ? undefined : servers[webServer];
  return {
    id,
    title: fillPlaceholders(title, values),
    webServer,
    texts: forServer === undefined ? [] : textsFor(forServer, site).map((text) => filledText(text, values)),
    because: forServer !== undefined && 'because' in forServer ? fillPlaceholders(forServer.because, values) : null,
  };
};

type TextForSite = RecipeText & { readonly site: SiteKind | null };

const textsFor = (forServer: RecipeForServer, site: SiteKind | null): readonly TextForSite[] => {
  if ('because' in forServer) return [];
  if ('any' in forServer) return [{ ...forServer.any, site: null }];
  const { file, proxy } = forServer;
  const both: readonly TextForSite[] = [
    { ...file, site: 'file' },
    { ...proxy, site: 'proxy' },
  ];
  return site === null ? both : both.filter((text) => text.site === site);
};

const filledText = ({ site, parts, note }: TextForSite, values: RecipeValues): FindingRecipeText => ({
  site,
  parts: parts.map(({ where, lines }) => ({
    where: fillPlaceholders(where, values),
    lines: fillPlaceholders(lines, values),
  })),
  note: note === null ? null : fillPlaceholders(note, values),
});
