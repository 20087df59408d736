import { PLACES } from './places.js';
import type { RecipeText } from './recipe.js';
import { recipeTexts } from './recipe-text.js';

/** Apache cannot give a text from its configuration, only a file. The path is taken out of the ProxyPass of the whole site, if there is one. */
export const apacheAlias = (
  file: { readonly path: string; readonly disk: string; readonly text: string; readonly headers: readonly string[] },
  note: string | null = null,
): RecipeText =>
  recipeTexts(
    [
      { where: `in the file ${file.disk}`, lines: file.text },
      {
        where: PLACES.apacheSite,
        lines: [
          `Alias "${file.path}" "${file.disk}"`,
          `<Location "${file.path}">`,
          '  <IfModule proxy_module>',
          '    ProxyPass "!"',
          '  </IfModule>',
          '  Require all granted',
          '  ForceType application/json',
          ...file.headers.map((line) => `  ${line}`),
          '</Location>',
        ].join('\n'),
      },
    ],
    note,
  );
