import { webServers } from './web-servers/index.mjs';

/** What came of each recipe with each web server: how many sites it mended, by kind. */
export const recipeTable = (recipes, wrong) => {
  const servers = Object.keys(webServers);
  const ids = [...new Set(recipes.map(({ recipe }) => recipe))];
  const cell = (id, server) =>
    recipes
      .map((recipe, index) => ({ ...recipe, ok: wrong[index].length === 0 }))
      .filter((recipe) => recipe.recipe === id && recipe.server === server);
  const rows = [
    ['recipe', ...servers],
    ...ids.map((id) => [id, ...servers.map((server) => summary(cell(id, server)))]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => `# ${row.map((text, column) => text.padEnd(widths[column] + 2)).join('')}`.trimEnd())
    .join('\n');
};

const summary = (sites) => {
  const kinds = [...new Set(sites.map(({ kind = 'any' }) => kind))];
  return sites.length === 0
    ? '-'
    : kinds
        .map((kind) => {
          const ofKind = sites.filter((site) => (site.kind ?? 'any') === kind);
          return `${kind} ${ofKind.filter(({ ok }) => ok).length}/${ofKind.length}`;
        })
        .join(' ');
};
