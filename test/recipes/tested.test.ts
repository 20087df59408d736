import { describe, expect, it } from 'vitest';
import { RECIPE_IDS, recipes } from '../../src/recipes/index.js';
import { type Recipe, type RecipeForServer, WEB_SERVERS } from '../../src/recipes/recipe.js';

/** What the end-to-end tests apply to a real web server, as far as it matters here. */
interface RealSite {
  readonly recipe: string;
  readonly server: string;
  readonly kind?: string;
}

const real: { readonly recipes: readonly RealSite[] } = await import(
  new URL('../real/recipes/index.mjs', import.meta.url).href
);

const nameOf = ({ recipe, server, kind = 'any' }: RealSite): string => `${recipe} for ${server} (${kind})`;

const applied = new Set(real.recipes.map(nameOf));

const kindsOf = (forServer: RecipeForServer): readonly string[] =>
  Object.entries(forServer).flatMap(([kind, text]) => (typeof text === 'object' ? [kind] : []));

describe('every text of a recipe', () => {
  const texts = RECIPE_IDS.flatMap((recipe) =>
    WEB_SERVERS.flatMap((server) => {
      const { servers }: Recipe = recipes[recipe];
      return kindsOf(servers[server]).map((kind) => nameOf({ recipe, server, kind }));
    }),
  );

  it.each(texts)('%s is applied to a real web server', (text) => {
    expect(applied).toContain(text);
  });

  it('is all that is applied', () => {
    const words = RECIPE_IDS.flatMap((recipe) =>
      WEB_SERVERS.flatMap((server) =>
        'because' in recipes[recipe].servers[server] ? [nameOf({ recipe, server })] : [],
      ),
    );
    expect([...applied].filter((name) => !texts.includes(name) && !words.includes(name))).toEqual([]);
  });
});
