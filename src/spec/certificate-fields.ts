import { type DerElement, readDer, readDerString, readDerTime, readObjectIdentifier } from './der.js';
import { canonicalIPv6 } from './ipv6-text.js';

/** The attributes of a name in their order, types by their usual letters (`CN`), else as object identifiers. */
export type DistinguishedName = readonly (readonly [type: string, value: string])[];

/** The fields of a certificate that names and dates are judged by (RFC 5280, 4.1 and 4.2.1.6). */
export interface CertificateFields {
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
}

/**
 * Reads them from the bytes, since the texts that Node makes of them are ambiguous: a value may hold the separators. Throws where the bytes
 * are not a certificate.
 */
export const readCertificateFields = (der: Uint8Array): CertificateFields => {
  const [certificate] = readDer(der);
  const [toBeSigned] = readDer(contentOf(certificate));
  const fields = readDer(contentOf(toBeSigned));
  // The version is left out in version 1.
  const [, , issuer, validity, subject] = fields[0]?.tag === VERSION ? fields.slice(1) : fields;
  const [validFrom, validTo] = readDer(contentOf(validity));
  if (validFrom === undefined || validTo === undefined) throw new Error('no dates');
  return {
    subject: readName(contentOf(subject)),
    issuer: readName(contentOf(issuer)),
    validFrom: readDerTime(validFrom),
    validTo: readDerTime(validTo),
    ...readAlternativeNames(fields.find(({ tag }) => tag === EXTENSIONS)),
  };
};

const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const OCTET_STRING = 0x04;
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;

const ATTRIBUTE_TYPES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

const contentOf = (element: DerElement | undefined): Uint8Array => {
  if (element === undefined) throw new Error('a field is missing');
  return element.content;
};

const readName = (content: Uint8Array): DistinguishedName =>
  readDer(content).flatMap((relativeName) =>
    readDer(relativeName.content).map((pair) => {
      const [type, value] = readDer(pair.content);
      if (value === undefined) throw new Error('an attribute without a value');
      const identifier = readObjectIdentifier(contentOf(type));
      return [ATTRIBUTE_TYPES[identifier] ?? identifier, readDerString(value)] as const;
    }),
  );

const readAlternativeNames = (
  extensions: DerElement | undefined,
): Pick<CertificateFields, 'dnsNames' | 'ipAddresses'> => {
  const list = extensions === undefined ? [] : readDer(contentOf(readDer(extensions.content)[0]));
  const names = list.flatMap(({ content }) => {
    const parts = readDer(content);
    if (readObjectIdentifier(contentOf(parts[0])) !== SUBJECT_ALTERNATIVE_NAME) return [];
    const value = parts.find(({ tag }) => tag === OCTET_STRING);
    return readDer(contentOf(readDer(contentOf(value))[0]));
  });
  return {
    dnsNames: names.filter(({ tag }) => tag === DNS_NAME).map(({ content }) => Buffer.from(content).toString('latin1')),
    ipAddresses: names.filter(({ tag }) => tag === IP_ADDRESS).flatMap(({ content }) => addressText(content) ?? []),
  };
};

const addressText = (bytes: Uint8Array): string | null => {
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.length !== 16) return null;
  return canonicalIPv6(
    Buffer.from(bytes)
      .toString('hex')
      .replace(/(.{4})(?=.)/g, '$1:'),
  );
};
