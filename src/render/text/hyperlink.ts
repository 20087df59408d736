/** A text that leads to itself, for terminals that know OSC 8. Others would show the address only, if all goes well. */
export const hyperlink = (url: string): string => `\u001b]8;;${url}\u0007${url}\u001b]8;;\u0007`;
