import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto);

/** Who signs leaf certificates: a root, and an intermediate below it that does the signing, as certificate authorities do it. */
export interface CertificateAuthority {
  readonly root: x509.X509Certificate;
  readonly intermediate: x509.X509Certificate;
  readonly signingKey: webcrypto.CryptoKey;
}

/** ECDSA P-256: the fastest to make that everybody reads. */
export const newKeys = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' };
export const SIGNING_ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' };

/** An X.509 name; `commonName` may hold any characters. */
export const distinguishedName = (commonName: string, organisation?: string): x509.JsonName => [
  ...(organisation === undefined ? [] : [{ O: [organisation] }]),
  { CN: [commonName] },
];

/** Valid from ten years ago for ten years to come, so that leafs of any dates fit in. */
export const newCertificateAuthority = async (organisation: string): Promise<CertificateAuthority> => {
  const [rootKeys, keys] = await Promise.all([newKeys(), newKeys()]);
  const rootName = distinguishedName(`${organisation} Root`, organisation);
  const dates = { notBefore: daysFromNow(-3650), notAfter: daysFromNow(3650) };
  const common = { ...dates, issuer: rootName, signingKey: rootKeys.privateKey, signingAlgorithm: SIGNING_ALGORITHM };
  const root = await x509.X509CertificateGenerator.create({
    ...common,
    subject: rootName,
    publicKey: rootKeys.publicKey,
    extensions: await authorityExtensions(rootKeys.publicKey, rootKeys.publicKey),
  });
  const intermediate = await x509.X509CertificateGenerator.create({
    ...common,
    subject: distinguishedName(`${organisation} Intermediate`, organisation),
    publicKey: keys.publicKey,
    extensions: await authorityExtensions(keys.publicKey, rootKeys.publicKey, 0),
  });
  return { root, intermediate, signingKey: keys.privateKey };
};

export const daysFromNow = (days: number): Date => new Date(Date.now() + days * 86_400_000);

const authorityExtensions = async (key: webcrypto.CryptoKey, issuerKey: webcrypto.CryptoKey, pathLength?: number) => [
  new x509.BasicConstraintsExtension(true, pathLength, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
  await x509.SubjectKeyIdentifierExtension.create(key),
  await x509.AuthorityKeyIdentifierExtension.create(issuerKey),
];
