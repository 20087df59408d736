import { HOMESERVER, SERVER_NAME } from './recipe-home.mjs';
import { runBin } from './run-case.mjs';
import { findingOfScenario } from './scenario-finding.mjs';

/**
 * The recipe of a failed check as it is shown to whoever runs the tool, taken apart.
 * @returns `configuration`: the lines of each part that goes into the site; `files`: from path to text, for parts that are files of their own
 */
export const recipeParts = async (finding, recipe, network) => {
  const { texts, because } = await shownRecipe(finding, recipe, network);
  if (because !== null) return { configuration: [], files: {} };
  const text = texts.find(({ site }) => site === (recipe.kind ?? null));
  if (text === undefined) throw new Error(`no text for ${recipe.kind ?? 'both kinds of site'}`);
  const parts = text.parts.map(({ where, lines }) => ({ file: FILE.exec(where)?.[1], lines }));
  return {
    configuration: parts.filter(({ file }) => file === undefined).map(({ lines }) => lines),
    files: Object.fromEntries(parts.flatMap(({ file, lines }) => (file === undefined ? [] : [[file, lines]]))),
  };
};

/** How recipes say that a part is a file: "in the file /var/www/matrix-client.json". */
const FILE = /^in the file (\/\S+)$/;

/**
 * From the report itself, with the actual names, where the web server gives itself away. Else one has to ask, and to put in the names; also where
 * `explained` is the check that has the recipe, since another one fails with this web server.
 */
const shownRecipe = async (finding, site, network) => {
  const { recipe, server, says = server === 'haproxy' ? null : server, explained, scenario } = site;
  if (explained !== undefined) return explanation(explained, site, network);
  const { id, recipe: shown } = scenario === undefined ? finding : await findingOfScenario(scenario, site, network);
  if (shown?.id !== recipe) throw new Error(`${id} shows ${shown === null ? 'no recipe' : `the recipe ${shown.id}`}`);
  if (shown.webServer !== says) throw new Error(`${id} takes the web server for ${shown.webServer ?? 'unknown'}`);
  return says === server ? shown : explanation(id, site, network);
};

const explanation = async (id, { server, host = SERVER_NAME }, network) => {
  const { stdout, stderr } = await runBin(network.client, ['explain', id, '--for', server, '--json']);
  if (stdout === '') throw new Error(`explain ${id} --for ${server}: ${stderr}`);
  return JSON.parse(stdout.replaceAll(/(matrix\.)?example\.com/g, (_, matrix) => (matrix ? HOMESERVER : host))).recipe;
};
