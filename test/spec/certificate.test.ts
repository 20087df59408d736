import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Certificate, certificateCovers, daysLeft, readCertificate } from '../../src/spec/certificate.js';

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

interface Wanted {
  readonly subject?: string;
  readonly dns?: readonly string[];
  readonly ip?: readonly string[];
  readonly notAfter?: Date;
  readonly signedByOther?: boolean;
  readonly usage?: x509.KeyUsageFlags;
  readonly algorithm?: webcrypto.EcKeyGenParams | webcrypto.RsaHashedKeyGenParams;
}

const der = async (wanted: Wanted): Promise<string> => {
  const keys = await webcrypto.subtle.generateKey(wanted.algorithm ?? EC, true, ['sign', 'verify']);
  const other = await webcrypto.subtle.generateKey(EC, true, ['sign', 'verify']);
  const names: x509.JsonGeneralNames = [
    ...(wanted.dns ?? []).map((value) => ({ type: 'dns' as const, value })),
    ...(wanted.ip ?? []).map((value) => ({ type: 'ip' as const, value })),
  ];
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: '01',
    subject: wanted.subject ?? 'CN=example.com',
    issuer: wanted.signedByOther ? 'CN=Test CA, O=Test' : (wanted.subject ?? 'CN=example.com'),
    notBefore: new Date('2026-01-02T03:04:05Z'),
    notAfter: wanted.notAfter ?? new Date('2027-01-02T03:04:05Z'),
    publicKey: keys.publicKey,
    signingKey: wanted.signedByOther ? other.privateKey : keys.privateKey,
    signingAlgorithm: wanted.algorithm ?? EC,
    extensions: [
      ...(names.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(names)]),
      ...(wanted.usage === undefined ? [] : [new x509.KeyUsagesExtension(wanted.usage, true)]),
    ],
  });
  return Buffer.from(certificate.rawData).toString('base64');
};

const read = async (wanted: Wanted): Promise<Certificate> => {
  const certificate = readCertificate(await der(wanted));
  if (certificate === null) throw new Error('the certificate could not be read');
  return certificate;
};

describe('readCertificate', () => {
  it('reads names, dates and key', async () => {
    expect(
      await read({
        subject: 'C=DE, O=Example, CN=example.com',
        dns: ['example.com', '*.example.com'],
        ip: ['203.0.113.5', '2001:db8::5'],
      }),
    ).toEqual({
      subject: 'C=DE, O=Example, CN=example.com',
      issuer: 'C=DE, O=Example, CN=example.com',
      commonName: 'example.com',
      issuerName: 'example.com',
      dnsNames: ['example.com', '*.example.com'],
      ipAddresses: ['203.0.113.5', '2001:db8::5'],
      validFrom: '2026-01-02T03:04:05.000Z',
      validTo: '2027-01-02T03:04:05.000Z',
      fingerprint256: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
      selfSigned: true,
      keyType: 'ec',
      keyBits: 256,
    });
  });

  it('reads a certificate of another issuer, without any alternative name', async () => {
    expect(await read({ signedByOther: true, subject: 'O=Only Organisation' })).toMatchObject({
      commonName: 'Only Organisation',
      issuerName: 'Test CA',
      dnsNames: [],
      ipAddresses: [],
      selfSigned: false,
    });
  });

  it('does not call self-signed what only bears its own name as the issuer', async () => {
    const forged = await read({ signedByOther: true, subject: 'CN=Test CA, O=Test' });
    expect(forged).toMatchObject({ subject: 'CN=Test CA, O=Test', issuer: 'CN=Test CA, O=Test', selfSigned: false });
  });

  it('calls self-signed what signed itself with a key that may not sign certificates', async () => {
    const ofServer = await read({ dns: ['example.com'], usage: x509.KeyUsageFlags.digitalSignature });
    expect(ofServer.selfSigned).toBe(true);
  });

  it('reads RSA keys and dates after 2049', async () => {
    const algorithm = {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    };
    expect(await read({ algorithm, notAfter: new Date('2051-06-01T00:00:00Z') })).toMatchObject({
      keyType: 'rsa',
      keyBits: 2048,
      validTo: '2051-06-01T00:00:00.000Z',
    });
  });

  it('is not led astray by separators within a name', async () => {
    const certificate = await read({ dns: ['evil.example, DNS:example.com', 'a"b.example'] });
    expect(certificate.dnsNames).toEqual(['evil.example, DNS:example.com', 'a"b.example']);
    expect(certificateCovers(certificate, 'example.com')).toBe(false);
  });

  it('gives null for what is no certificate', async () => {
    const whole = Buffer.from(await der({ dns: ['example.com'] }), 'base64');
    expect(readCertificate('')).toBeNull();
    expect(readCertificate('AAAA')).toBeNull();
    expect(readCertificate(Buffer.from('hello').toString('base64'))).toBeNull();
    expect(readCertificate(whole.subarray(0, 100).toString('base64'))).toBeNull();
  });

  it('never throws on damaged bytes', async () => {
    const whole = Buffer.from(await der({ dns: ['example.com'], ip: ['203.0.113.5'] }), 'base64');
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
        const damaged = Buffer.from(whole);
        damaged[at] = value;
        const certificate = readCertificate(damaged.toString('base64'));
        if (certificate !== null) expect(Number.isNaN(Date.parse(certificate.validTo))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('certificateCovers', () => {
  let base: Certificate;
  beforeAll(async () => {
    base = await read({ subject: 'CN=common.example' });
  });

  it.each([
    [['example.com'], 'example.com', true],
    [['Example.COM'], 'example.com', true],
    [['example.com'], 'EXAMPLE.com', true],
    [['example.com'], 'example.com.', true],
    [['example.com'], 'www.example.com', false],
    [['a.example', 'example.com'], 'example.com', true],
    [['*.example.com'], 'matrix.example.com', true],
    [['*.example.com'], 'xn--bcher-kva.example.com', true],
    [['*.example.com'], 'example.com', false],
    [['*.example.com'], 'a.b.example.com', false],
    [['*.example.com'], '.example.com', false],
    [['*'], 'example', false],
    [['*.com'], 'example.com', false],
    [['*.*.com'], 'a.example.com', false],
    [['a*.example.com'], 'ab.example.com', false],
    [['*a.example.com'], 'ba.example.com', false],
    [['www.*.com'], 'www.example.com', false],
    [['xn--*.example.com'], 'xn--a.example.com', false],
    [['*.example.com.'], 'matrix.example.com', false],
    [[], 'common.example', false],
    [[''], '', false],
    [['203.0.113.5'], '203.0.113.5', false],
    [['example.com\0.evil.example'], 'example.com', false],
  ])('%j for %s: %s', (dnsNames, name, covered) => {
    expect(certificateCovers({ ...base, dnsNames }, name)).toBe(covered);
  });

  it.each([
    [['203.0.113.5'], '203.0.113.5', true],
    [['203.0.113.5'], '203.0.113.6', false],
    [['2001:db8::5'], '2001:DB8:0:0::5', true],
    [['203.0.113.5'], '::ffff:203.0.113.5', false],
    [['203.0.113.5'], 'example.com', false],
  ])('addresses %j for %s: %s', (ipAddresses, name, covered) => {
    expect(certificateCovers({ ...base, ipAddresses }, name)).toBe(covered);
  });

  it('does not match an address against a wildcard', () => {
    expect(certificateCovers({ ...base, dnsNames: ['*.0.113.5'] }, '203.0.113.5')).toBe(false);
  });

  it.each([
    ['2026-12-19T03:04:05.000Z', 14],
    ['2026-12-19T03:04:06.000Z', 13],
    ['2027-01-02T03:04:05.000Z', 0],
    ['2027-01-02T03:04:06.000Z', -1],
    ['2027-01-04T03:04:05.000Z', -2],
  ])('at %s leaves %i days', (now, days) => {
    expect(daysLeft(base, new Date(now))).toBe(days);
  });
});
