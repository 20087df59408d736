import type { RecipePart, RecipeText } from './recipe.js';

/** Lines in one place. A line break at either end of a part's lines is for the eye only. */
export const recipeText = (part: RecipePart, note: string | null = null): RecipeText => recipeTexts([part], note);

/** The same in several parts. */
export const recipeTexts = (parts: RecipeText['parts'], note: string | null = null): RecipeText => {
  const [first, ...others] = parts;
  return { parts: [trimmed(first), ...others.map(trimmed)], note };
};

const trimmed = ({ where, lines }: RecipePart): RecipePart => ({ where, lines: lines.replace(/^\n|\n$/g, '') });
