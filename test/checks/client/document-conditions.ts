import { baseUrl, CORS, type Condition, document, HOMESERVER, members } from './conditions.js';

const TEXT = JSON.stringify({ 'm.homeserver': HOMESERVER });
const broken = (name: string, text: string): Condition => ({
  name,
  browsers: 'FAIL_PROMPT',
  rust: 'rejects',
  ...document(text),
});
const utf16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le').toString('base64');

/** What the client file says. */
export const documentConditions: readonly Condition[] = [
  broken('HTML with status 200', '<!DOCTYPE html><html><body>Welcome</body></html>'),
  broken('an empty file', ''),
  { name: 'status 204', browsers: 'FAIL_PROMPT', rust: 'rejects', file: { status: 204, headers: CORS } },
  { name: 'a byte order mark', browsers: 'SUCCESS', rust: 'rejects', ...document(`\ufeff${TEXT}`) },
  broken('a trailing comma', TEXT.replace('}}', '},}')),
  broken('a comment', `// ours\n${TEXT}`),
  broken('single quotes', TEXT.replaceAll('"', "'")),
  broken('curly quotes', TEXT.replaceAll('"', '\u201d')),
  { name: 'UTF-16', browsers: 'FAIL_PROMPT', rust: 'rejects', file: { headers: CORS, base64: utf16 } },
  {
    name: 'm.homeserver twice',
    browsers: 'SUCCESS',
    rust: 'rejects',
    ...document(TEXT.replace(/^\{(.*)\}$/, '{$1,$1}')),
  },
  broken('null', 'null'),
  broken('an array', '[]'),
  broken('a string', '"https://chat.example.com"'),
  broken('no m.homeserver', '{}'),
  broken('no base_url', '{"m.homeserver":{}}'),
  { name: 'base_url null', browsers: 'FAIL_PROMPT', rust: 'rejects', ...baseUrl(null) },
  { name: 'base_url empty', browsers: 'FAIL_PROMPT', rust: 'rejects', ...baseUrl('') },
  { name: 'base_url a number', browsers: 'FAIL_ERROR', rust: 'rejects', ...baseUrl(8448) },
  { name: 'base_url a list of one', browsers: 'SUCCESS', rust: 'rejects', ...baseUrl(['https://chat.example.com']) },
  { name: 'no scheme', browsers: 'FAIL_ERROR', rust: 'rejects', ...baseUrl('chat.example.com') },
  { name: 'no scheme but a port', browsers: 'FAIL_ERROR', rust: 'fails', ...baseUrl('chat.example.com:8448') },
  {
    name: 'HTTPS in capitals',
    browsers: 'SUCCESS',
    rust: 'works',
    fragile: true,
    ...baseUrl('HTTPS://chat.example.com'),
  },
  { name: 'http', browsers: 'FAIL_ERROR', rust: 'works', ...baseUrl('http://chat.example.com') },
  { name: 'one final slash', browsers: 'SUCCESS', rust: 'works', ...baseUrl('https://chat.example.com/') },
  { name: 'two final slashes', browsers: 'FAIL_ERROR', rust: 'fails', ...baseUrl('https://chat.example.com//') },
  { name: 'a path', browsers: 'SUCCESS', rust: 'works', fragile: true, scenario: 'base-url-with-path' },
  {
    name: 'a query',
    browsers: 'SUCCESS',
    rust: 'fails',
    onlyWarned: 'the file is decoded, and how to join such a URL is nowhere said',
    ...baseUrl('https://chat.example.com/?a=b'),
  },
  {
    name: 'a fragment',
    browsers: 'SUCCESS',
    rust: 'fails',
    onlyWarned: 'as with a query',
    ...baseUrl('https://chat.example.com/#a'),
  },
  { name: 'm.identity_server {}', browsers: 'SUCCESS', rust: 'rejects', ...members({ 'm.identity_server': {} }) },
  {
    name: 'm.identity_server a string',
    browsers: 'SUCCESS',
    rust: 'rejects',
    ...members({ 'm.identity_server': 'https://vector.im' }),
  },
  { name: 'm.identity_server null', browsers: 'throws', rust: 'works', ...members({ 'm.identity_server': null }) },
  {
    name: 'a dead identity server',
    browsers: 'SUCCESS',
    rust: 'works',
    fragile: true,
    ...members({ 'm.identity_server': { base_url: 'https://gone.example.com' } }),
  },
  ...[null, {}, [{}], [{ type: 'livekit' }]].map(
    (foci): Condition => ({
      name: `rtc_foci ${JSON.stringify(foci)}`,
      browsers: 'SUCCESS',
      rust: 'rejects',
      ...members({ 'org.matrix.msc4143.rtc_foci': foci }),
    }),
  ),
  {
    name: 'rtc_foci under two names',
    browsers: 'SUCCESS',
    rust: 'rejects',
    ...members({ 'm.rtc_foci': [], 'org.matrix.msc4143.rtc_foci': [] }),
  },
  {
    name: 'a tile server without its member',
    browsers: 'SUCCESS',
    rust: 'rejects',
    ...members({ 'm.tile_server': {} }),
  },
  {
    name: 'a tile server under two names',
    browsers: 'SUCCESS',
    rust: 'rejects',
    ...members({
      'm.tile_server': { map_style_url: 'https://maps.example.com/style.json' },
      'org.matrix.msc3488.tile_server': { map_style_url: 'https://maps.example.com/style.json' },
    }),
  },
];
