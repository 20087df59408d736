import { X509Certificate } from 'node:crypto';
import { serverCertificate } from '../../../src/lab/certificates.js';
import { certificateCovers, daysLeft, readCertificate } from '../../../src/spec/certificate.js';
import { readCertificateFields } from '../../../src/spec/certificate-fields.js';
import { readDer, readDerString, readDerTime, readObjectIdentifier } from '../../../src/spec/der.js';
import type { Chance } from '../chance.js';
import { mutatedBytes } from '../mutations.js';
import { type FuzzTarget, hold } from '../target.js';

/** Certificates: real ones with a few octets changed, most often without harm to the outer shape, and DER out of nothing. */
export const certificatesTarget = async (): Promise<FuzzTarget> => {
  const originals = await Promise.all(
    [
      { names: ['example.com', '*.example.com'] },
      { names: ['203.0.113.5', '2001:db8::5'], issuer: 'self' as const },
      { names: Array.from({ length: 100 }, (_, index) => `name${index}.example.com`) },
    ].map(async (recipe) => new X509Certificate((await serverCertificate(recipe)).chain).raw),
  );
  const [first = Buffer.alloc(0), ...others] = originals;
  return {
    name: 'certificates',
    limitMs: 5,
    weight: 2,
    attempt: (chance) => {
      const der = chance.once(10) ? chance.bytes(chance.below(200)) : changed(chance.pick([first, ...others]), chance);
      let times = 0;
      return {
        input: der,
        run: () => {
          times += 1;
          readDerAsCertificate(der, times);
        },
      };
    },
  };
};

/** An octet in place of another leaves the lengths of all elements as they are. */
const changed = (original: Buffer, chance: Chance): Buffer => {
  if (chance.once(3)) return mutatedBytes(original, chance);
  const der = Buffer.from(original);
  for (let times = 1 + chance.below(3); times > 0; times -= 1) der[chance.below(der.length)] = chance.below(256);
  return der;
};

const readDerAsCertificate = (der: Buffer, times: number): void => {
  // Blanks, which base64 ignores, so that what was read before is not remembered.
  const certificate = readCertificate(`${der.toString('base64')}${' '.repeat(times)}`);
  if (certificate !== null) {
    hold(!Number.isNaN(Date.parse(certificate.validFrom)), 'a beginning that is no moment');
    daysLeft(certificate, new Date(0));
    certificateCovers(certificate, 'www.example.com');
    certificateCovers(certificate, '203.0.113.5');
  }
  refusing(() => readCertificateFields(der));
  refusing(() => {
    for (const element of readDer(der)) {
      refusing(() => readDerString(element));
      refusing(() => readDerTime(element));
      refusing(() => readObjectIdentifier(element.content));
    }
  });
};

/** These may throw, but only what they throw on purpose. */
const refusing = (read: () => void): void => {
  try {
    read();
  } catch (error) {
    hold(error instanceof Error && error.constructor === Error, `${error}`);
  }
};
