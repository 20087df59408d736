import { WEB_SERVERS, type WebServer } from '../../recipes/recipe.js';
import { suggestion } from '../suggestion.js';
import { UsageError } from '../usage-error.js';
import { type Arguments, lastText } from './arguments.js';

/** `--for`: the web server that lines of configuration are wanted for; null where it was not given. */
export const readWebServer = (args: Arguments): WebServer | null => {
  const text = lastText(args, 'for');
  if (text === undefined) return null;
  const found = WEB_SERVERS.find((name) => name === text.toLowerCase());
  if (found !== undefined) return found;
  const names = WEB_SERVERS.join(', ').replace(/, ([^,]*)$/, ' or $1');
  throw new UsageError(
    `--for ${text}: there is nothing for that; ${suggestion(text, WEB_SERVERS, `expected ${names}`)}`,
  );
};
