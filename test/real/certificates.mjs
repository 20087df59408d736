import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto);

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

const ROOT_SUBJECT = 'CN=Test Root CA, O=Matrix Discovery Test';
const ISSUING_SUBJECT = 'CN=Test Issuing CA, O=Matrix Discovery Test';

/**
 * A private certificate authority in `folder`: a root (`caFile`) and an issuing certificate below it, as public authorities have.
 * `issue` writes a certificate with its chain and its key as PEM files and gives their paths, once for equal wishes.
 */
export const openAuthority = async (folder) => {
  const root = await makeCertificate({ subject: ROOT_SUBJECT, extensions: authorityExtensions() });
  const issuing = await makeCertificate({
    subject: ISSUING_SUBJECT,
    extensions: authorityExtensions(),
    signedBy: root,
  });
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, root.certificate.toString('pem'));

  const issued = new Map();
  /** `names`: DNS names and IP addresses. `daysLeft`: negative for an expired one. `chain`: whether the file holds the issuing certificate too. */
  const issue = ({ names, daysLeft = 60, chain = true }) => {
    const wish = JSON.stringify([names, daysLeft, chain]);
    const made = issued.get(wish) ?? write(join(folder, `certificate-${issued.size}`), { names, daysLeft, chain });
    issued.set(wish, made);
    return made;
  };
  const write = async (path, { names, daysLeft, chain }) => {
    const { certificate, keys } = await makeCertificate({
      subject: `CN=${names[0]}`,
      extensions: serverExtensions(names),
      signedBy: issuing,
      notAfter: new Date(Date.now() + daysLeft * DAY_MS),
    });
    const pem = [certificate, ...(chain ? [issuing.certificate] : [])].map((each) => `${each.toString('pem')}\n`);
    const key = x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
    await writeFile(`${path}.pem`, pem.join(''));
    await writeFile(`${path}.key`, key, { mode: 0o600 });
    return { certificate: `${path}.pem`, key: `${path}.key` };
  };
  return { caFile, issue };
};

const makeCertificate = async ({ subject, extensions, signedBy, notAfter = new Date(Date.now() + 3650 * DAY_MS) }) => {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: Buffer.from(webcrypto.getRandomValues(new Uint8Array(15))).toString('hex'),
    subject,
    issuer: signedBy?.certificate.subject ?? subject,
    notBefore: new Date(notAfter.getTime() - 3660 * DAY_MS),
    notAfter,
    publicKey: keys.publicKey,
    signingKey: signedBy?.keys.privateKey ?? keys.privateKey,
    signingAlgorithm: ALGORITHM,
    extensions,
  });
  return { certificate, keys };
};

const authorityExtensions = () => [
  new x509.BasicConstraintsExtension(true, undefined, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
];

const serverExtensions = (names) => [
  new x509.BasicConstraintsExtension(false, undefined, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
  new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
  new x509.SubjectAlternativeNameExtension(
    names.map((name) => ({ type: isIP(name) === 0 ? 'dns' : 'ip', value: name })),
  ),
];
