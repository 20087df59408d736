import { describe, expect, it } from 'vitest';
import { readRtcServiceUrl } from '../../src/spec/rtc-service-url.js';

describe('readRtcServiceUrl', () => {
  it.each([
    ['https://rtc.example.com', 'rtc.example.com', 443, '/sfu/get', 'https://rtc.example.com/sfu/get'],
    ['https://rtc.example.com/', 'rtc.example.com', 443, '//sfu/get', 'https://rtc.example.com//sfu/get'],
    ['https://rtc.example.com/jwt', 'rtc.example.com', 443, '/jwt/sfu/get', 'https://rtc.example.com/jwt/sfu/get'],
    ['https://rtc.example.com:8443', 'rtc.example.com', 8443, '/sfu/get', 'https://rtc.example.com:8443/sfu/get'],
    ['https://[2001:db8::9]:8443/a/', '[2001:db8::9]', 8443, '/a//sfu/get', 'https://[2001:db8::9]:8443/a//sfu/get'],
    ['https://rtc.example.com?a=b', 'rtc.example.com', 443, '/?a=b/sfu/get', 'https://rtc.example.com/?a=b/sfu/get'],
    ['https://rtc.example.com/a?b#c', 'rtc.example.com', 443, '/a?b', 'https://rtc.example.com/a?b'],
  ])('%s', (written, host, port, target, url) => {
    expect(readRtcServiceUrl(written)).toEqual({ kind: 'valid', host, port, target, url });
  });

  it.each([
    ['', 'it is empty'],
    ['rtc.example.com', 'the scheme is missing: write https://rtc.example.com'],
    ['wss://rtc.example.com', 'the scheme is "wss", and only https is used'],
    ['http://rtc.example.com', 'it is plain http, and only https is used'],
    ['https://rtc.example.com ', /./],
  ])('refuses %j', (written, why) => {
    expect(readRtcServiceUrl(written)).toEqual({ kind: 'invalid', why: expect.stringMatching(why) });
  });
});
