import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { daysFromNow, distinguishedName, newKeys, SIGNING_ALGORITHM } from '../../src/lab/certificate-authority.js';

/** A certificate with its key, as PEM; `der` is standard base64. */
export interface Member {
  readonly pem: string;
  readonly der: string;
  readonly key: string;
}

/** Certificates that stand in every relation to each other that a chain can have. Made once for each process. */
export interface CertificateFamily {
  readonly root: Member;
  readonly intermediate: Member;
  readonly leaf: Member;
  readonly expiredLeaf: Member;
  /** Signed by `leaf`, which is no authority. */
  readonly expiredBelowLeaf: Member;
  readonly self: Member;
  readonly expiredSelf: Member;
  /** The root of another family. */
  readonly stranger: Member;
  /** Named like `intermediate`, with another key. */
  readonly impostor: Member;
  /** The same, signed by itself. */
  readonly impostorRoot: Member;
}

let family: Promise<CertificateFamily> | undefined;

export const certificateFamily = (): Promise<CertificateFamily> => {
  family ??= makeFamily();
  return family;
};

const makeFamily = async (): Promise<CertificateFamily> => {
  const root = await make({ subject: 'Family Root', authority: true });
  const intermediate = await make({ subject: 'Family Intermediate', authority: true, issuer: root });
  const leaf = await make({ subject: 'leaf', issuer: intermediate });
  const impostorRoot = await make({ subject: 'Family Intermediate', authority: true });
  return {
    root,
    intermediate,
    leaf,
    expiredLeaf: await make({ subject: 'expired leaf', issuer: intermediate, toDays: -1 }),
    expiredBelowLeaf: await make({ subject: 'below leaf', issuer: leaf, toDays: -1 }),
    self: await make({ subject: 'self' }),
    expiredSelf: await make({ subject: 'expired self', toDays: -1 }),
    stranger: await make({ subject: 'Stranger Root', authority: true }),
    impostor: await make({ subject: 'Family Intermediate', authority: true, issuer: root }),
    impostorRoot,
  };
};

/** A certificate that nobody else signed, with an RSA key of 1,024 bits. */
export const weakCertificate = async (): Promise<Member> => {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(
    { ...algorithm, modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  );
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: distinguishedName('weak'),
    notBefore: daysFromNow(-30),
    notAfter: daysFromNow(30),
    keys,
    signingAlgorithm: algorithm,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: 'example.com' }])],
  });
  return member(certificate, keys);
};

const member = (certificate: x509.X509Certificate, keys: webcrypto.CryptoKeyPair): Member => ({
  pem: certificate.toString('pem'),
  der: Buffer.from(certificate.rawData).toString('base64'),
  key: KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
});

interface Made extends Member {
  readonly subject: string;
  readonly keys: webcrypto.CryptoKeyPair;
}

const make = async (recipe: {
  readonly subject: string;
  readonly authority?: boolean;
  readonly issuer?: Made;
  readonly toDays?: number;
}): Promise<Made> => {
  const keys = await newKeys();
  const { subject, authority = false, issuer } = recipe;
  const certificate = await x509.X509CertificateGenerator.create({
    subject: distinguishedName(subject),
    issuer: distinguishedName(issuer?.subject ?? subject),
    notBefore: daysFromNow(-30),
    notAfter: daysFromNow(recipe.toDays ?? 30),
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    signingAlgorithm: SIGNING_ALGORITHM,
    // Without key identifiers, so that issuers are found by their names.
    extensions: [
      new x509.BasicConstraintsExtension(authority, undefined, true),
      new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: 'example.com' }]),
    ],
  });
  return { subject, keys, ...member(certificate, keys) };
};
