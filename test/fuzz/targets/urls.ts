import { endpointUrl, readBaseUrl } from '../../../src/spec/base-url.js';
import { readRtcServiceUrl } from '../../../src/spec/rtc-service-url.js';
import { readUrlHost } from '../../../src/spec/url-host.js';
import { mutatedText, oddText } from '../mutations.js';
import { type FuzzTarget, hold } from '../target.js';

/** URLs that files and answers name. */
export const urlsTarget: FuzzTarget = {
  name: 'urls',
  limitMs: 5,
  weight: 1,
  attempt: (chance) => {
    const text = chance.once(500)
      ? `https://${chance.pick(PIECES).repeat(1 + chance.below(10_000))}`
      : chance.once(6)
        ? oddText(60, chance)
        : mutatedText(chance.pick(SAMPLES), PIECES, chance);
    return { input: text, run: () => readUrl(text) };
  },
};

const SAMPLES = [
  'https://matrix.example.com',
  'https://matrix.example.com:8448/_matrix/',
  'http://user:secret@example.com/path?query#fragment',
  'https://[2001:db8::5]:443',
  'HTTPS://EXAMPLE.COM.',
  'https://m\u00fcnchen.example/',
  'wss://livekit.example.com',
] as const;

const PIECES = [
  ...[
    'a',
    '.',
    ':',
    '[',
    ']',
    '0',
    '-',
    '%',
    '@',
    '#',
    '/',
    '\\',
    ' ',
    '..',
    '::',
    '?',
    '//',
    '%2f',
    '0x7f.1',
    '127.1',
  ],
  ...['65536', '\u2460', '\u3002', '\u00fc', '\u202e', '\ud800', 'https://', '_', '\n', '\t', '*', 'xn--', '\u00df'],
] as [string, ...string[]];

const readUrl = (text: string): void => {
  const reading = readBaseUrl(text);
  if (reading.kind === 'valid') {
    const { baseUrl } = reading;
    hold(/^[0-9A-Za-z._:[\]-]+$/.test(baseUrl.host), `the host ${JSON.stringify(baseUrl.host)}`);
    hold(baseUrl.port >= 1 && baseUrl.port <= 65_535, `port ${baseUrl.port}`);
    endpointUrl(baseUrl, '/_matrix/client/versions');
  }
  readRtcServiceUrl(text);
  readUrlHost(text);
};
