import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.js';
import { seenValue } from '../../src/facts/observation.js';
import { FactsError, parseFacts } from '../../src/facts/parse.js';
import { inspect } from '../../src/inspect.js';
import { mergePatch } from '../../src/lab/merge-patch.js';
import { fakeNet, type World } from '../resolution/fake-net.js';

const delegating: World = {
  dns: {
    'example.com A': ['203.0.113.5'],
    'matrix.example.com A': ['203.0.113.10'],
    '_matrix-fed._tcp.matrix.example.com SRV': ['10 0 8448 matrix.example.com'],
    '_matrix._tcp.matrix.example.com SRV': ['0 0 0 .'],
    '_matrix._tcp.example.com SRV': 'servfail',
  },
  web: {
    '203.0.113.5:443': {
      sites: {
        'example.com': {
          '/.well-known/matrix/server': { status: 302, headers: [['Location', '/file']] },
          '/file': { body: '{"m.server":"matrix.example.com"}' },
          '/.well-known/matrix/client': { status: 302, headers: [['Location', 'http://example.com/']] },
        },
      },
    },
  },
};

/** With all that clients ask next. */
const calling: World = {
  dns: { 'example.com A': ['203.0.113.5'], 'matrix.example.com A': ['203.0.113.10'] },
  web: {
    '203.0.113.5:443': {
      sites: {
        'example.com': {
          '/.well-known/matrix/client': {
            body: JSON.stringify({
              'm.homeserver': { base_url: 'https://matrix.example.com' },
              'org.matrix.msc4143.rtc_foci': [
                'https://matrix.example.com',
                'wss://example.com',
                'https://gone.invalid',
              ].map((url) => ({ type: 'livekit', livekit_service_url: url })),
            }),
          },
        },
      },
    },
    '203.0.113.10:443': {
      sites: {
        'matrix.example.com': {
          '/_matrix/client/versions': { body: '{"versions":["v1.11"]}' },
          '/_matrix/client/unstable/org.matrix.msc4143/rtc/transports': {
            body: '{"rtc_transports":[{"type":"livekit","livekit_service_url":"https://example.com"}]}',
          },
        },
      },
    },
  },
};

const saved = async (input: string, world: World): Promise<unknown> =>
  JSON.parse(JSON.stringify(await inspect(input, fakeNet(world))));

describe('parseFacts', () => {
  it.each([
    ['example.com', delegating],
    ['example.com:8448', delegating],
    ['example.com', calling],
    ['example.com:8448', calling],
    ['203.0.113.9', {}],
    ['nonexistent.invalid', {}],
    ['not a name', {}],
    ['@user:[2001:db8::9]', {}],
  ] satisfies [string, World][])('reads what inspect gave for %s', async (input, world) => {
    const json = await saved(input, world);
    expect(parseFacts(json)).toEqual(json);
  });

  it('has seen a homeserver and its services for calls there', async () => {
    const client = seenValue(parseFacts(await saved('example.com:8448', calling)).client);
    expect(client).toMatchObject({
      api: { kind: 'seen' },
      fileForOthers: { kind: 'seen' },
      fileAtPort: { kind: 'seen' },
    });
    expect(client?.rtcServices.map(({ namedBy, answers }) => [namedBy, answers.kind])).toEqual([
      ['file', 'seen'],
      ['file', 'skipped'],
      ['file', 'seen'],
      ['homeserver', 'seen'],
    ]);
  });

  it.each([
    [{ factsVersion: 2 }, 'factsVersion: expected 1, found 2'],
    [{ observedAt: 'yesterday' }, 'observedAt: expected a moment as ISO 8601 UTC, found "yesterday"'],
    [{ durationMs: '12' }, 'durationMs: expected number, found "12"'],
    [{ setting: null }, 'setting: expected object, found nothing'],
    [{ opinion: true }, 'the file: expected no member "opinion", found an object'],
    [{ federation: { kind: 'guessed' } }, 'federation.kind: expected "seen" or "failed" or "skipped", found "guessed"'],
    [
      { federation: { value: { walk: [{ step: '7', taken: false, because: 'no' }] } } },
      /^federation\.value\.walk\[0\]\.step: expected "1" or "2" .* found "7"$/,
    ],
    [{ client: { value: { state: 'success' } } }, /^client\.value\.state: expected "SUCCESS" or .* found "success"$/],
  ] satisfies [object, string | RegExp][])('%j', async (patch, message) => {
    const broken = mergePatch(await saved('example.com', delegating), patch);
    expect(() => parseFacts(broken)).toThrow(FactsError);
    expect(() => parseFacts(broken)).toThrow(message);
  });

  it.each([[null], [[]], ['{}'], [42], [{}]])('refuses %j', (value) => {
    expect(() => parseFacts(value)).toThrow(FactsError);
  });

  it('does not quote without end', async () => {
    const broken = mergePatch(await saved('not a name', {}), { durationMs: 'x'.repeat(10_000) });
    const message = (): Facts => parseFacts(broken);
    expect(message).toThrow(/^durationMs: expected number, found "x{59}\.\.\.$/);
  });
});
