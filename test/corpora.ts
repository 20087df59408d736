import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A public corpus beside the project, or null where it is not there; tests then skip and say so. */
export const corpusPath = (name: string): string | null => {
  const path = fileURLToPath(new URL(`../../shared/corpora/${name}`, import.meta.url));
  return existsSync(path) ? path : null;
};
