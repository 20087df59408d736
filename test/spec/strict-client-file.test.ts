import { describe, expect, it } from 'vitest';
import { isStrictMember, strictClientFileFaults } from '../../src/spec/strict-client-file.js';
import { readClientFile } from '../../src/spec/well-known-client.js';

const HOMESERVER = { 'm.homeserver': { base_url: 'https://matrix.example.com' } };
const file = (members: Readonly<Record<string, unknown>>): string => JSON.stringify({ ...HOMESERVER, ...members });
const messages = (text: string | Uint8Array): readonly string[] =>
  strictClientFileFaults(text).map(({ message }) => message);

describe('strictClientFileFaults', () => {
  it.each([
    {},
    // Ruma takes null for an absent member where it may be absent.
    { 'm.identity_server': null },
    { 'm.identity_server': { base_url: 'not a URL' } },
    { 'm.tile_server': null },
    { 'm.tile_server': { map_style_url: 'https://maps.example.com/style.json', more: 1 } },
    { 'org.matrix.msc4143.rtc_foci': [] },
    { 'org.matrix.msc4143.rtc_foci': [{ type: 'livekit', livekit_service_url: 'x' }, { type: 'other' }] },
    { 'org.matrix.msc2965.authentication': 17, 'io.element.e2ee': null, 'm.unknown': [] },
  ])('accepts %j', (members) => {
    expect(messages(file(members))).toEqual([]);
  });

  it.each([
    [{ 'm.identity_server': {} }, 'm.identity_server has no base_url'],
    [{ 'm.identity_server': 'https://vector.im' }, 'm.identity_server is a string in place of an object'],
    [{ 'm.identity_server': { base_url: null } }, 'm.identity_server has null for its base_url in place of a string'],
    [{ 'm.tile_server': {} }, 'm.tile_server has no map_style_url'],
    [{ 'org.matrix.msc3488.tile_server': 'x' }, 'org.matrix.msc3488.tile_server is a string in place of an object'],
    [{ 'm.rtc_foci': null }, 'm.rtc_foci is null in place of an array'],
    [{ 'org.matrix.msc4143.rtc_foci': {} }, 'org.matrix.msc4143.rtc_foci is an object in place of an array'],
    [{ 'org.matrix.msc4143.rtc_foci': [{}] }, 'org.matrix.msc4143.rtc_foci has no type in entry 1'],
    [
      { 'org.matrix.msc4143.rtc_foci': ['x'] },
      'org.matrix.msc4143.rtc_foci has a string in place of an object in entry 1',
    ],
    [
      { 'org.matrix.msc4143.rtc_foci': [{ type: 'other' }, { type: 'livekit' }] },
      'org.matrix.msc4143.rtc_foci has no livekit_service_url in entry 2',
    ],
    [{ 'm.homeserver': { base_url: 8448 } }, 'm.homeserver has a number for its base_url in place of a string'],
    [
      { 'm.rtc_foci': [], 'org.matrix.msc4143.rtc_foci': [] },
      'm.rtc_foci and org.matrix.msc4143.rtc_foci are two names of one member, and it has both',
    ],
  ])('refuses %j', (members, message) => {
    expect(messages(file(members))).toEqual([message]);
  });

  /** Rows of what browsers read and Ruma does not. */
  it.each<[string, string | Uint8Array, string]>([
    ['a byte order mark', `\ufeff${file({})}`, 'it begins with a byte order mark (BOM)'],
    [
      'Latin-1',
      Buffer.from(file({ 'org.example.name': 'M\u00fcller' }), 'latin1'),
      'the byte 0xFC, which is not UTF-8 (Latin-1 or Windows-1252, most often), line 1 column 80',
    ],
    [
      'a member twice',
      '{"m.homeserver":{"base_url":"https://a.example","base_url":"https://b.example"}}',
      'm.homeserver.base_url stands in it twice',
    ],
    [
      'the whole twice',
      '{"m.homeserver":{},"m.homeserver":{"base_url":"https://b.example"}}',
      'm.homeserver stands in it twice',
    ],
  ])('refuses %s, which browsers read', (_name, text, message) => {
    expect(messages(text)).toEqual([message]);
    expect(readClientFile(text).kind).toBe('usable');
  });

  it('does not mind what it skips', () => {
    expect(messages('{"m.homeserver":{"base_url":"https://b.example","a":1,"a":2},"x":1,"x":2}')).toEqual([]);
    expect(isStrictMember('x')).toBe(false);
  });

  it.each([
    ['{', 'the end of the text where the name of a member was expected, in double quotes, line 1 column 2'],
    ['[]', 'it is an array in place of an object'],
    ['{}', 'm.homeserver is absent in place of an object'],
  ])('refuses %s, as browsers do', (text, message) => {
    expect(messages(text)).toEqual([message]);
  });
});
