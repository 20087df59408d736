import 'reflect-metadata';
import { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';
import {
  type CertificateAuthority,
  daysFromNow,
  distinguishedName,
  newCertificateAuthority,
  newKeys,
  SIGNING_ALGORITHM,
} from './certificate-authority.js';
import type { CertificateRecipe } from './scenario.js';

/** What a TLS server needs to show a certificate; PEM texts. */
export interface ServerCertificate {
  readonly key: string;
  /** The leaf, then what else of its chain is sent. */
  readonly chain: string;
}

/** The root certificate of the lab, which its recipes' default issuer leads to, as PEM text. */
export const labRoot = async (): Promise<string> => (await authority('lab')).root.toString('pem');

/** Makes a certificate by its recipe; equal recipes share one certificate as long as the process lives. */
export const serverCertificate = (recipe: CertificateRecipe): Promise<ServerCertificate> => {
  const key = JSON.stringify(Object.entries(recipe).sort());
  const known = made.get(key);
  if (known !== undefined) return known;
  const making = makeCertificate(recipe);
  made.set(key, making);
  return making;
};

const made = new Map<string, Promise<ServerCertificate>>();
const authorities = new Map<string, Promise<CertificateAuthority>>();

const authority = (issuer: 'lab' | 'unknown', unknownName = 'Unknown Authority'): Promise<CertificateAuthority> => {
  const key = issuer === 'lab' ? issuer : `${issuer} ${unknownName}`;
  const known = authorities.get(key);
  if (known !== undefined) return known;
  const making = newCertificateAuthority(issuer === 'lab' ? 'Lab Authority' : unknownName);
  authorities.set(key, making);
  return making;
};

const makeCertificate = async (recipe: CertificateRecipe): Promise<ServerCertificate> => {
  const keys = await newKeys();
  const subject = distinguishedName((recipe.commonName ?? recipe.names[0] ?? 'no name').slice(0, 64));
  const issuer = recipe.issuer === 'self' ? undefined : await authority(recipe.issuer ?? 'lab', recipe.unknownName);
  const leaf = await x509.X509CertificateGenerator.create({
    subject,
    issuer: issuer?.intermediate.subjectName ?? subject,
    notBefore: daysFromNow(recipe.fromDays ?? -30),
    notAfter: daysFromNow(recipe.toDays ?? 60),
    publicKey: keys.publicKey,
    signingKey: issuer?.signingKey ?? keys.privateKey,
    signingAlgorithm: SIGNING_ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([
        x509.ExtendedKeyUsage[recipe.purpose === 'client' ? 'clientAuth' : 'serverAuth'],
      ]),
      ...(recipe.names.length === 0 ? [] : [alternativeNames(recipe.names)]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer?.intermediate.publicKey ?? keys.publicKey),
    ],
  });
  const sent = [leaf, ...(issuer === undefined ? [] : sentAlong(issuer, recipe.chain ?? 'full'))];
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' });
  return { key: key.toString(), chain: sent.map((certificate) => certificate.toString('pem')).join('\n') };
};

const sentAlong = (
  { root, intermediate }: CertificateAuthority,
  chain: 'full' | 'leaf' | 'with-root',
): readonly x509.X509Certificate[] => {
  switch (chain) {
    case 'leaf':
      return [];
    case 'full':
      return [intermediate];
    case 'with-root':
      return [intermediate, root];
  }
};

const alternativeNames = (names: readonly string[]) =>
  new x509.SubjectAlternativeNameExtension(
    names.map((name) => ({ type: isIP(name) === 0 ? 'dns' : 'ip', value: name }) as const),
  );
