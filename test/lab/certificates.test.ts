import { createPrivateKey, X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { labRoot, serverCertificate } from '../../src/lab/certificates.js';

const DAY = 86_400_000;
const parse = (chain: string) =>
  chain
    .split(/(?<=-----END CERTIFICATE-----)\n/)
    .filter((pem) => pem.trim() !== '')
    .map((pem) => new X509Certificate(pem));

it('makes a leaf that leads over an intermediate to the lab root', async () => {
  const { chain, key } = await serverCertificate({
    names: ['example.com', '*.example.com', '203.0.113.5', '2001:db8::5'],
  });
  const [leaf, intermediate, ...rest] = parse(chain);
  const root = new X509Certificate(await labRoot());
  expect(rest).toEqual([]);
  expect(leaf?.subjectAltName).toBe(
    'DNS:example.com, DNS:*.example.com, IP Address:203.0.113.5, IP Address:2001:DB8:0:0:0:0:0:5',
  );
  expect(leaf?.subject).toBe('CN=example.com');
  expect(leaf?.checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(leaf?.verify((intermediate ?? root).publicKey)).toBe(true);
  expect(intermediate?.verify(root.publicKey)).toBe(true);
  expect(intermediate?.checkIssued(root)).toBe(true);
  expect([leaf?.ca, intermediate?.ca, root.ca]).toEqual([false, true, true]);
  expect(leaf?.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
});

it('follows dates, names, chain and purpose of the recipe', async () => {
  const [expired] = parse((await serverCertificate({ names: ['example.com'], fromDays: -90, toDays: -3 })).chain);
  expect(Math.round((Date.parse(expired?.validTo ?? '') - Date.now()) / DAY)).toBe(-3);
  expect(Math.round((Date.parse(expired?.validFrom ?? '') - Date.now()) / DAY)).toBe(-90);

  const [nameless] = parse((await serverCertificate({ names: [], commonName: 'example.com' })).chain);
  expect(nameless?.subjectAltName).toBeUndefined();
  expect(nameless?.subject).toBe('CN=example.com');

  expect(parse((await serverCertificate({ names: ['example.com'], chain: 'leaf' })).chain)).toHaveLength(1);
  expect(parse((await serverCertificate({ names: ['example.com'], chain: 'with-root' })).chain)).toHaveLength(3);

  const [forClients] = parse((await serverCertificate({ names: ['example.com'], purpose: 'client' })).chain);
  expect(forClients?.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
});

it('knows issuers that nobody trusts', async () => {
  const root = new X509Certificate(await labRoot());
  const self = parse((await serverCertificate({ names: ['example.com'], issuer: 'self' })).chain);
  expect(self).toHaveLength(1);
  expect(self.every((leaf) => leaf.verify(leaf.publicKey))).toBe(true);

  const [, intermediate] = parse((await serverCertificate({ names: ['example.com'], issuer: 'unknown' })).chain);
  expect(intermediate?.issuer).toContain('CN=Unknown Authority Root');
  expect(intermediate?.verify(root.publicKey)).toBe(false);
});

it('makes equal recipes once', async () => {
  const first = await serverCertificate({ names: ['example.com'], toDays: 5 });
  expect(await serverCertificate({ toDays: 5, names: ['example.com'] })).toBe(first);
  expect(await serverCertificate({ toDays: 6, names: ['example.com'] })).not.toBe(first);
});
