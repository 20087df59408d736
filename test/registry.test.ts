import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AREAS } from '../src/checks/area.js';
import type { Check } from '../src/checks/check.js';
import { checks } from '../src/checks/index.js';
import { RECIPE_IDS } from '../src/recipes/index.js';
import { placeholders } from '../src/report/placeholders.js';
import { links } from '../src/spec/links.js';

const folder = join(import.meta.dirname, '../src/checks');
const areas = Object.keys(AREAS);

const areaOf = (id: string): string => id.slice(0, id.indexOf('/'));
const exportName = (id: string): string =>
  id.slice(id.indexOf('/') + 1).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** Names in front of a colon, and statements of nginx, Apache, Caddy and HAProxy. */
const WEB_SERVER_CONFIGURATION =
  /\b(nginx|Apache|Caddy|HAProxy|Traefik)\b ?[:("]|proxy_|add_header|default_type|ssl_\w+|\blisten [[\d]|location [=^~/]|reverse_proxy|header_(up|down)|<Location|ForceType|\bSSL[A-Z]\w+|ProxyPass|Rewrite[A-Z]|Header (always|onsuccess)|http-(request|response)|use_backend/;

describe('the registry', () => {
  it('has every check once', () => {
    const ids = checks.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('uses every recipe', () => {
    const used = new Set(checks.flatMap(({ recipe }: Check) => recipe ?? []));
    expect(RECIPE_IDS.filter((id) => !used.has(id))).toEqual([]);
  });

  it('has the areas in the order of a report, each in one piece', () => {
    const order = checks.map(({ id }) => areaOf(id)).filter((area, index, all) => area !== all[index - 1]);
    expect(order).toEqual(areas);
  });

  it('has every file of the areas', async () => {
    const files = await Promise.all(
      areas.map(async (area) =>
        (await readdir(join(folder, area)))
          .filter((file) => file !== 'index.ts')
          .map((file) => `${area}/${file.replace(/\.ts$/, '')}`),
      ),
    );
    expect(checks.map(({ id }) => id).toSorted()).toEqual(files.flat().toSorted());
  });
});

describe.each(checks)('$id', (check: Check) => {
  const { id, title, failureTitle, why, fix, usualFix, spec } = check;
  const texts = { title, failureTitle, why, fix, ...(usualFix === undefined ? {} : { usualFix }) };

  it('is exported by its name from the file of its id', async () => {
    const module: Record<string, unknown> = await import(
      `../src/checks/${areaOf(id)}/${id.slice(id.indexOf('/') + 1)}.ts`
    );
    expect(Object.keys(module)).toEqual([exportName(id)]);
    expect(module[exportName(id)]).toBe(check);
  });

  it('leaves the configuration of web servers to a recipe', () => {
    expect(fix).not.toMatch(WEB_SERVER_CONFIGURATION);
    expect(usualFix ?? '').not.toMatch(WEB_SERVER_CONFIGURATION);
  });

  it('says what to do without a server at hand, where that is asked', () => {
    expect(usualFix !== undefined).toBe(/^(\{\w+\})+$/.test(fix));
    expect(placeholders(usualFix ?? '')).toEqual([]);
  });

  it('cites a section that stands among the links', () => {
    expect(Object.values<string>(links)).toContain(spec);
  });

  it('has a title that holds everywhere, and another for failure', () => {
    expect(placeholders(title)).toEqual([]);
    expect(failureTitle).not.toBe(title);
  });

  it.each(Object.entries(texts))('has a proper %s', (name, text) => {
    const lines = text.split('\n');
    // Lines of configuration stand below what to do.
    if (name !== 'fix') expect(lines).toHaveLength(1);
    for (const line of lines) expect(line).toMatch(/^[\x20-\x7e]+$/);
    for (const [index, line] of lines.entries()) {
      expect(index === 0 ? line : line.trimStart()).not.toMatch(/^\s|\s$| {2}|!(?!\^)/);
    }
    if (name === 'title' || name === 'failureTitle') expect(text).not.toMatch(/\.$/);
    // What to do may end in a command or in a line of configuration.
    else expect(text).toMatch(name === 'why' ? /[.}]$/ : /[^,:;]$/);
  });
});
