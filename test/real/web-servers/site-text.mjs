/**
 * The text of a site before or after its recipe, which is written as a change. All lines stay but those with a mark:
 * - `+1`, `+2` ...: where the lines of the recipe's first, second ... part go
 * - `- line`: it is there before, and the recipe's words say that it has to go
 * - `* line`: it comes with the recipe, whose words say what to write there
 * @param parts the lines of each part; null for the site before the recipe
 */
export const siteText = (text, parts) =>
  text
    .split('\n')
    .flatMap((line) => changed(line, parts))
    .join('\n');

const changed = (line, parts) => {
  const [, indent, mark, rest] = /^(\s*)(\+\d|[-*] |)(.*)$/.exec(line);
  if (mark === '') return [line];
  if (mark === '- ') return parts === null ? [indent + rest] : [];
  if (parts === null) return [];
  if (mark === '* ') return [indent + rest];
  const lines = parts[Number(mark.slice(1)) - 1];
  if (lines === undefined) throw new Error(`the recipe has no part ${mark}`);
  return lines.split('\n').map((each) => indent + each);
};
