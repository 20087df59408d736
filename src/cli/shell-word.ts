/** A text as a shell has to be given it, behind `--` where it would be taken for an option. */
export const shellWord = (text: string): string => {
  const quoted = /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
  return text.startsWith('-') ? `-- ${quoted}` : quoted;
};
