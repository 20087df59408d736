import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressRange, sameAddress } from '../../src/spec/address-range.js';

describe('addressRange', () => {
  it.each([
    ['0.0.0.0', 'this network'],
    ['0.1.2.3', 'this network'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['172.15.255.255', 'global'],
    ['172.32.0.0', 'global'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'carrier-grade NAT'],
    ['100.127.255.255', 'carrier-grade NAT'],
    ['100.128.0.0', 'global'],
    ['127.0.0.1', 'loopback'],
    ['169.254.169.254', 'link-local'],
    ['192.0.0.1', 'IETF protocol assignments'],
    ['192.0.2.1', 'documentation'],
    ['198.51.100.1', 'documentation'],
    ['203.0.113.10', 'documentation'],
    ['203.0.114.0', 'global'],
    ['192.31.196.1', 'AS112'],
    ['192.175.48.1', 'AS112'],
    ['192.52.193.1', 'AMT relay'],
    ['192.88.99.1', '6to4 relay'],
    ['198.18.0.1', 'benchmarking'],
    ['198.19.255.255', 'benchmarking'],
    ['198.20.0.0', 'global'],
    ['224.0.0.1', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['1.1.1.1', 'global'],
    ['8.8.8.8', 'global'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['0:0:0:0:0:0:0:1', 'loopback'],
    ['100::1', 'discard'],
    ['2001:db8::1', 'documentation'],
    ['3fff:fff::1', 'documentation'],
    ['3fff:1000::1', 'global'],
    ['5f00::1', 'segment routing'],
    ['fc00::1', 'unique local'],
    ['fdff::1', 'unique local'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['febf::1', 'link-local'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
    ['2001:2::1', 'benchmarking'],
    ['2001:3::1', 'AMT relay'],
    ['2001:4:112::1', 'AS112'],
    ['2620:4f:8000::1', 'AS112'],
    ['2001:1::1', 'IETF protocol assignments'],
    ['2001:20::1', 'IETF protocol assignments'],
    ['2001:1ff::1', 'IETF protocol assignments'],
    ['2001:200::1', 'global'],
    ['2606:4700::1111', 'global'],
    ['2a00:1450::1', 'global'],
    ['4000::1', 'reserved'],
    ['1234:5678::abcd', 'reserved'],
    ['64:ff9b:1::808:808', 'local NAT64'],
  ])('%s is %s', (address, name) => {
    expect(addressRange(address)).toEqual({ global: name === 'global', name });
  });

  it.each([
    ['::ffff:10.0.0.1', 'private'],
    ['::ffff:7f00:1', 'loopback'],
    ['::ffff:8.8.8.8', 'global'],
    ['::10.0.0.1', 'private'],
    ['::ffff:0:10.0.0.1', 'private'],
    ['2002:7f00:1::', 'loopback'],
    ['2002:808:808::1', 'global'],
    ['64:ff9b::7f00:1', 'loopback'],
    ['64:ff9b::8.8.8.8', 'global'],
    ['2001:0:808:808::f5ff:fffe', 'private'],
    ['2001:0:808:808::f7f7:f7f7', 'global'],
    ['2a00:1450::5efe:192.168.0.1', 'private'],
    ['2a00:1450::200:5efe:192.168.0.1', 'private'],
    ['2001:0:7f00:1::f7f7:f7f7', 'loopback'],
    ['2002:808:808::5efe:10.0.0.1', 'private'],
    ['2a00:1450::5efe:8.8.8.8', 'global'],
    ['4000::5efe:8.8.8.8', 'reserved'],
    ['2001:1::5efe:8.8.8.8', 'IETF protocol assignments'],
    ['::8.8.8.8', 'reserved'],
    ['::ffff:0:8.8.8.8', 'reserved'],
    ['fe80::5efe:8.8.8.8', 'link-local'],
  ])('%s is judged by the IPv4 address inside: %s', (address, name) => {
    expect(addressRange(address)).toEqual({ global: name === 'global', name });
  });

  it.each(['', 'example.com', '010.1.1.1', '1.2.3', '[::1]', '1::2::3'])('%j is not an address', (text) => {
    expect(addressRange(text)).toEqual({ global: false, name: 'not an address' });
  });

  it('has every address in 2001::/23, but Teredo, outside of what is global', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0x1ff }), fc.nat(0xffff), (second, third) => {
        expect(addressRange(`2001:${second.toString(16)}:${third.toString(16)}::1`).global).toBe(false);
      }),
    );
  });

  it('gives an answer for every address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        const { global, name } = addressRange(address);
        expect(name === 'global').toBe(global);
      }),
    );
  });
});

describe('sameAddress', () => {
  it.each([
    ['203.0.113.5', '203.0.113.5', true],
    ['203.0.113.5', '203.0.113.6', false],
    ['2001:db8::1', '2001:0DB8:0:0::0001', true],
    ['2001:db8::1', '2001:db8::2', false],
    ['::ffff:1.2.3.4', '::ffff:102:304', true],
    ['::ffff:1.2.3.4', '1.2.3.4', false],
    ['::1.2.3.4', '::102:304', true],
    ['::1.2.3.4', '::ffff:1.2.3.4', false],
  ])('%s and %s: %s', (left, right, same) => {
    expect(sameAddress(left, right)).toBe(same);
  });
});
