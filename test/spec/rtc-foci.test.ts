import { describe, expect, it } from 'vitest';
import { readRtcFoci, readRtcTransports } from '../../src/spec/rtc-foci.js';

const livekit = (url: unknown) => ({ type: 'livekit', livekit_service_url: url });

describe('readRtcFoci', () => {
  it('takes all keys that clients know, in the order in which they look', () => {
    expect(
      readRtcFoci({
        'org.matrix.msc4158.rtc_foci': [livekit('https://c.example.com')],
        'm.rtc_foci': [livekit('https://b.example.com')],
        'org.matrix.msc4143.rtc_foci': [livekit('https://a.example.com'), livekit('https://a2.example.com')],
        'm.homeserver': { base_url: 'https://example.com' },
      }).map(({ serviceUrl }) => serviceUrl),
    ).toEqual(['https://a.example.com', 'https://a2.example.com', 'https://b.example.com', 'https://c.example.com']);
  });

  it.each([
    [undefined, []],
    [null, []],
    [livekit('https://a.example.com'), []],
    [[null, 'https://a.example.com', []], []],
    [[{}], [{ type: null, serviceUrl: null }]],
    [[{ type: 7, livekit_service_url: null }], [{ type: null, serviceUrl: null }]],
    [[{ type: 'full_mesh' }], [{ type: 'full_mesh', serviceUrl: null }]],
    [[livekit('wss://a')], [{ type: 'livekit', serviceUrl: 'wss://a' }]],
  ])('%j', (foci, expected) => {
    expect(readRtcFoci({ 'org.matrix.msc4143.rtc_foci': foci })).toEqual(expected);
  });
});

describe('readRtcTransports', () => {
  it.each([
    [
      { rtc_transports: [livekit('https://a.example.com')] },
      [{ type: 'livekit', serviceUrl: 'https://a.example.com' }],
    ],
    [{ rtc_transports: [] }, []],
    [{}, []],
    [[], []],
    [null, []],
  ])('%j', (answer, expected) => {
    expect(readRtcTransports(answer)).toEqual(expected);
  });
});
