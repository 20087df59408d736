/** The variables of the environment that count, and for what. */
export const ENVIRONMENT = [
  {
    names: ['NO_COLOR', 'FORCE_COLOR'],
    sentence:
      'Without colours where NO_COLOR is not empty; with them in a pipe too by FORCE_COLOR, unless it is 0. The option --color comes first, then FORCE_COLOR, then NO_COLOR.',
  },
  {
    names: ['FORCE_HYPERLINK'],
    sentence: 'Links that can be clicked: 1 also where the terminal is not known for them, 0 never.',
  },
  {
    names: ['TERM', 'CI'],
    sentence:
      'Nothing is redrawn, coloured or linked where TERM is dumb, and nothing is redrawn or linked where CI is set.',
  },
  { names: ['COLUMNS'], sentence: 'The width of the text, where there is no terminal to ask.' },
  {
    names: ['LC_ALL', 'LC_CTYPE', 'LANG'],
    sentence: 'Symbols outside of ASCII are used where the locale is one of UTF-8.',
  },
  { names: ['INK_SCREEN_READER'], sentence: 'true is the same as --screen-reader.' },
  {
    names: ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'],
    sentence: "A file with root certificates in place of the system's; one with certificates to trust besides.",
  },
] as const;
