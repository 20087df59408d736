import { parseServerName, readInput } from '../../../src/spec/server-name.js';
import { serverNameOddities } from '../../../src/spec/server-name-oddities.js';
import { readUserId } from '../../../src/spec/user-id.js';
import { mutatedText, oddText } from '../mutations.js';
import { type FuzzTarget, hold } from '../target.js';

/** Server names, and what people type in place of one. */
export const namesTarget: FuzzTarget = {
  name: 'names',
  limitMs: 5,
  weight: 1,
  attempt: (chance) => {
    const text = chance.once(500)
      ? chance.pick(PIECES).repeat(1 + chance.below(20_000))
      : chance.once(6)
        ? oddText(60, chance)
        : mutatedText(chance.pick(SAMPLES), PIECES, chance);
    return { input: text, run: () => readName(text) };
  },
};

const SAMPLES = [
  'example.com',
  'matrix.example.com:8448',
  '203.0.113.5',
  '[2001:db8::5]:443',
  '[::ffff:127.0.0.1]',
  '@user:example.com:443',
  '#room:[2001:db8::5]',
  'https://example.com/_matrix',
  'https://matrix.to/#/@user:example.com',
  'matrix:u/user:example.com?action=chat',
  'xn--mnchen-3ya.example',
] as const;

const PIECES = [
  ...['a', '.', ':', '[', ']', '0', '-', '%', '@', '#', '/', '\\', ' ', '..', '::', ':0443', '%41', '0x7f.1', '127.1'],
  ...['65536', '99999999999', '\u2460', '\u3002', '\u00fc', '\u202e', '\ud800', 'https://', '2130706433', '\n', '*'],
] as [string, ...string[]];

const readName = (text: string): void => {
  for (const reading of [parseServerName(text), readInput(text).reading]) {
    if (reading.kind === 'valid') {
      const { serverName } = reading;
      hold(/^[0-9A-Za-z.:[\]-]{1,255}$/.test(serverName.text), `the server name ${JSON.stringify(serverName.text)}`);
      const { port } = serverName;
      hold(port === null || (port >= 1 && port <= 65_535), `port ${port}`);
      serverNameOddities(serverName);
    } else {
      const { message, hint } = reading.problem;
      hold(message.length + (hint?.length ?? 0) < MOST_WORDS, `words without end: ${message.slice(0, 200)}`);
    }
  }
  readUserId(text);
};

const MOST_WORDS = 2000;
