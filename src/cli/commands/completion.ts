import { AREAS } from '../../checks/area.js';
import { checks } from '../../checks/index.js';
import { scenarioNames } from '../../lab/load-scenario.js';
import { bashCompletion } from '../completion/bash.js';
import { fishCompletion } from '../completion/fish.js';
import { SHELLS, type Shell } from '../completion/shells.js';
import type { CompletionWords } from '../completion/words.js';
import { zshCompletion } from '../completion/zsh.js';
import type { Io } from '../io.js';
import type { Arguments } from '../options/arguments.js';
import { scenariosFolder } from '../scenarios-folder.js';
import { suggestion } from '../suggestion.js';
import { UsageError } from '../usage-error.js';

export const completion = async (_args: Arguments, words: readonly string[], io: Io): Promise<number> => {
  const shell = readShell(words);
  const script = SCRIPTS[shell]({
    areas: Object.keys(AREAS),
    checks: checks.map(({ id }) => id),
    scenarios: await scenarioNames(scenariosFolder()),
    shells: SHELLS,
  });
  await io.stdout.write(script);
  return 0;
};

const SCRIPTS = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
} as const satisfies Record<Shell, (words: CompletionWords) => string>;

const readShell = (words: readonly string[]): Shell => {
  const [word = ''] = words;
  const expected = `expected ${SHELLS.join(', ').replace(/, ([^,]*)$/, ' or $1')}`;
  if (word === '' || words.length > 1) throw new UsageError(`completion: ${expected}`);
  const shell = SHELLS.find((name) => name === word);
  if (shell !== undefined) return shell;
  const meant = suggestion(word, SHELLS, '');
  throw new UsageError(`completion ${word}: ${expected}${meant === '' ? '' : `; ${meant}`}`);
};
