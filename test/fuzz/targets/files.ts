import { readJson } from '../../../src/spec/json.js';
import { strictClientFileFaults } from '../../../src/spec/strict-client-file.js';
import { asBrowsersDecode } from '../../../src/spec/utf8-fault.js';
import { readClientFile } from '../../../src/spec/well-known-client.js';
import { readPolicyServerFile } from '../../../src/spec/well-known-policy-server.js';
import { readServerFile } from '../../../src/spec/well-known-server.js';
import { readSupportFile } from '../../../src/spec/well-known-support.js';
import { jsonText } from '../json-texts.js';
import { mutatedBytes } from '../mutations.js';
import { type FuzzTarget, hold } from '../target.js';

/** Well-known files, of at most 50 KiB, as text and as bytes that are not UTF-8. */
export const filesTarget: FuzzTarget = {
  name: 'files',
  limitMs: 5,
  weight: 2,
  attempt: (chance) => {
    const text = jsonText(NAMES, VALUES, chance).slice(0, MOST_CHARACTERS);
    // One reader each time, as the limit is for one.
    const read = chance.pick(READERS);
    if (!chance.once(4)) return { input: text, run: () => read(text) };
    const bytes = mutatedBytes(Buffer.from(text), chance);
    return { input: bytes, run: () => read(bytes) };
  },
};

const MOST_CHARACTERS = 51_200;

const NAMES = [
  ...['m.server', 'm.homeserver', 'm.identity_server', 'base_url', 'contacts', 'role', 'matrix_id', 'email_address'],
  ...['support_page', 'org.matrix.msc4143.rtc_foci', 'm.rtc_foci', 'type', 'livekit_service_url', 'public_key'],
  ...['public_keys', 'ed25519', 'm.integrations', 'managers'],
] as [string, ...string[]];

const VALUES = [
  ...['matrix.example.com:443', 'https://matrix.example.com/', 'livekit', 'm.role.admin', '@admin:example.com', ''],
  ...[
    'admin@example.com',
    '[2001:db8::5]',
    'https://user:secret@example.com:99999/?q#f',
    'http://\u202eexample',
    'null',
  ],
] as [string, ...string[]];

/** JSON is what `JSON.parse` takes, unless it is too much of it. */
const readAsJson = (text: string | Uint8Array): void => {
  const reading = readJson(text);
  if (typeof text !== 'string') return;
  const isTooMuch = reading.kind === 'not-json' && reading.fault.kind.startsWith('too-');
  hold((reading.kind === 'json') === (isReadable(text) && !isTooMuch), `JSON is read as ${reading.kind}`);
};

const isReadable = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const READERS = [
  readAsJson,
  readServerFile,
  readClientFile,
  readSupportFile,
  readPolicyServerFile,
  strictClientFileFaults,
  asBrowsersDecode,
] as const satisfies readonly ((text: string | Uint8Array) => unknown)[];
