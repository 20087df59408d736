/**
 * The recipe that a report shows with a failed check, taken apart.
 * @returns `configuration`: the lines of each part that goes into the site; `files`: from path to text, for parts that are files of their own
 */
export const recipeParts = (finding, { recipe, server, kind = null }) => {
  const shown = finding.recipe;
  if (shown?.id !== recipe)
    throw new Error(`${finding.id} shows the recipe ${shown?.id ?? 'of nobody'}, not ${recipe}`);
  if (shown.webServer !== server) throw new Error(`the recipe is shown for ${shown.webServer ?? 'no web server'}`);
  const text = shown.texts.find(({ site }) => site === kind || site === null);
  const parts = text.parts.map(({ where, lines }) => ({ file: FILE.exec(where)?.[1], lines }));
  return {
    configuration: parts.filter(({ file }) => file === undefined).map(({ lines }) => lines),
    files: Object.fromEntries(parts.flatMap(({ file, lines }) => (file === undefined ? [] : [[file, lines]]))),
  };
};

/** How recipes say that a part is a file: "in the file /var/www/matrix-client.json". */
const FILE = /^in the file (\/\S+)$/;
