import { describe, expect, it } from 'vitest';
import { RECIPE_IDS, recipes } from '../../src/recipes/index.js';
import {
  RECIPE_VALUES,
  type Recipe,
  type RecipeForServer,
  type RecipeText,
  type RecipeValues,
  WEB_SERVERS,
} from '../../src/recipes/recipe.js';
import { fillPlaceholders } from '../../src/report/placeholders.js';

const SAMPLE: RecipeValues = {
  host: 'example.com',
  path: '/.well-known/matrix/client',
  homeserver: 'matrix.example.com',
  fileHost: 'matrix.example.com',
  clientFile: '{"m.homeserver":{"base_url":"https://matrix.example.com"}}',
  serverFile: '{"m.server":"matrix.example.com:443"}',
};

/** Caddy has placeholders of its own in the same braces. */
const CADDY_PLACEHOLDERS = ['uri'];

const textsOf = (forServer: RecipeForServer): readonly RecipeText[] => {
  if ('because' in forServer) return [];
  return 'any' in forServer ? [forServer.any] : [forServer.file, forServer.proxy];
};

const everyText = RECIPE_IDS.flatMap((id) =>
  WEB_SERVERS.flatMap((server) =>
    textsOf(recipes[id].servers[server]).map((text, index) => ({ id, server, index, text })),
  ),
);

const placeholdersOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{([A-Za-z][A-Za-z0-9]*)\}/g)].map((match) => match[1] ?? '');

/** Whether every bracket outside of quotes is closed by its own kind. */
const isBalanced = (lines: string): boolean => {
  const open: string[] = [];
  for (const character of lines.replace(/'[^'\n]*'|"[^"\n]*"|`[^`\n]*`/g, '')) {
    if ('{[('.includes(character)) open.push(character);
    if ('}])'.includes(character) && '{[('.indexOf(open.pop() ?? '?') !== '}])'.indexOf(character)) return false;
  }
  return open.length === 0;
};

describe.each(RECIPE_IDS)('the recipe %s', (id) => {
  const recipe: Recipe = recipes[id];

  it('says what it does, as the end of "how to ..."', () => {
    expect(recipe.title).toMatch(/^[a-z][\x20-\x7e]*[^.,:;\s]$/);
  });

  it('has something for every web server', () => {
    expect(Object.keys(recipe.servers)).toEqual([...WEB_SERVERS]);
  });

  it('gives a reason where there is nothing to write', () => {
    for (const forServer of Object.values(recipe.servers)) {
      if ('because' in forServer) expect(forServer.because).toMatch(/^[A-Z][\x20-\x7e]*\.$/);
    }
  });
});

describe.each(everyText)('$id for $server, text $index', ({ server, text }) => {
  it('says where its lines belong', () => {
    for (const { where } of text.parts) expect(where).toMatch(/^(in|as|beside|outside) [\x20-\x7e]*[^.,:;\s]$/);
  });

  it('is plain text, ready to be pasted', () => {
    for (const { lines } of text.parts) {
      expect(lines).toMatch(/^[\x20-\x7e\n]+$/);
      expect(lines).not.toMatch(/^\n|\n$|\n\n| $| \n/);
      expect(lines).not.toMatch(/^ +\S/);
    }
  });

  it('closes what it opens', () => {
    for (const { lines } of text.parts) {
      expect(isBalanced(fillPlaceholders(lines, SAMPLE))).toBe(true);
      const open: (string | undefined)[] = [];
      for (const [, slash, name] of lines.matchAll(/^ *<(\/?)(\w+)/gm)) {
        if (slash === '') open.push(name);
        else expect(open.pop()).toBe(name);
      }
      expect(open).toEqual([]);
    }
  });

  it('has no placeholders but those that are filled', () => {
    const known: readonly string[] = [...RECIPE_VALUES, ...(server === 'caddy' ? CADDY_PLACEHOLDERS : [])];
    for (const words of [text.note ?? '', ...text.parts.flatMap(({ where, lines }) => [where, lines])]) {
      expect(placeholdersOf(words).filter((name) => !known.includes(name))).toEqual([]);
    }
  });

  it('adds sentences, if anything', () => {
    if (text.note !== null) expect(text.note).toMatch(/^["A-Z][\x20-\x7e]*[^,;:\s]$/);
  });
});

describe('the recipes', () => {
  it('are told apart by their titles', () => {
    const titles = RECIPE_IDS.map((id) => recipes[id].title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
