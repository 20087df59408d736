import { columns, type Page } from '../../render/text/page.js';

/** What every key does. */
export const helpLines = (page: Page): readonly string[] => [
  page.heading('Keys'),
  '',
  ...columns(KEYS.map(([keys, words]) => [`  ${keys}`, words])),
];

const KEYS = [
  ['Up, Down, k, j', 'move; in details, scroll'],
  ['PageUp, PageDown, Space', 'move by a screen'],
  ['Home, End, g, G', 'to the first, to the last'],
  ['Enter, Right, l', 'open details'],
  ['Esc, Left, h', 'back'],
  ['n, p', 'in details, the next one, the one before'],
  ['/', 'filter by words; Enter keeps it, Esc ends it'],
  ['r', 'run again, and mark what changed'],
  ['o', "show the link to the specification's words"],
  ['?', 'this help'],
  ['q, Esc in the list', 'leave, and print the report'],
  ['Ctrl-C', 'leave at once, with exit code 130'],
] as const;
