import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { PICTURES } from './pictures.js';

const fileOf = (name: string): string => join(import.meta.dirname, '../../fixtures/screens', `${name}.svg`);

/** Once nothing has changed for a while. */
const atRest = async (picture: () => string): Promise<string> => {
  for (let last = ''; ; last = picture()) {
    await sleep(3000);
    if (last === picture()) return last;
  }
};

describe.each(Object.entries(PICTURES))('the picture %s', (name, photograph) => {
  it('is of the program as it is (npm run screenshots makes it)', { timeout: 60_000 }, async () => {
    await photograph(async (picture) => {
      if (process.env.UPDATE_SCREENSHOTS !== undefined) await writeFile(fileOf(name), await atRest(picture));
      const kept = await readFile(fileOf(name), 'utf8');
      await expect.poll(picture, { timeout: 20_000 }).toBe(kept);
    });
  });

  it('is small, complete in itself, and says what is seen', async () => {
    const svg = await readFile(fileOf(name), 'utf8');
    expect(svg.length).toBeLessThan(60_000);
    expect(svg).toMatch(/^<svg [^>]*>\n<title>[^<]+<\/title>/);
    expect(svg).not.toMatch(/href|url\(|<script|<foreignObject/);
  });
});
