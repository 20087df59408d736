import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { sameAddress } from './address-range.js';
import { type DistinguishedName, readCertificateFields } from './certificate-fields.js';

/** A certificate taken apart. The names are as in the SAN extension: DNS names (A-labels) and IP addresses (RFC 5952 text). */
export interface Certificate {
  /** `CN=example.com, O=Example`; the values may hold any character. */
  readonly subject: string;
  readonly issuer: string;
  /** `CN`, else `O`, of subject and issuer, for showing; null, and the whole issuer, where there is neither. */
  readonly commonName: string | null;
  readonly issuerName: string;
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  /** ISO 8601 UTC. */
  readonly validFrom: string;
  readonly validTo: string;
  /** SHA-256 as `AA:BB:...`. */
  readonly fingerprint256: string;
  readonly selfSigned: boolean;
  /** `rsa`, `ec`, `ed25519`, ...; `unknown` where the key cannot be read. */
  readonly keyType: string;
  readonly keyBits: number | null;
}

/** null where the DER cannot be parsed, all of what is named above included. */
export const readCertificate = (derBase64: string): Certificate | null => {
  const known = lately.get(derBase64);
  if (known !== undefined) return known;
  if (lately.size >= REMEMBERED) lately.clear();
  const certificate = parseCertificate(derBase64);
  lately.set(derBase64, certificate);
  return certificate;
};

/** Every check reads the same few certificates again, and parsing them is most of what judging costs. */
const lately = new Map<string, Certificate | null>();
const REMEMBERED = 100;

const parseCertificate = (derBase64: string): Certificate | null => {
  try {
    const x509 = new X509Certificate(Buffer.from(derBase64, 'base64'));
    const { subject, issuer, validFrom, validTo, dnsNames, ipAddresses } = readCertificateFields(x509.raw);
    return {
      subject: nameText(subject),
      issuer: nameText(issuer),
      commonName: attribute(subject, 'CN') ?? attribute(subject, 'O') ?? null,
      issuerName: attribute(issuer, 'CN') ?? attribute(issuer, 'O') ?? nameText(issuer),
      dnsNames,
      ipAddresses,
      validFrom: validFrom.toISOString(),
      validTo: validTo.toISOString(),
      fingerprint256: x509.fingerprint256,
      selfSigned: isSelfSigned(x509),
      ...keyOf(x509),
    };
  } catch {
    return null;
  }
};

/**
 * Whether a certificate is valid for a name (RFC 6125, RFC 9525): SAN only, no CN; a wildcard only as the whole left-most label, for one
 * label, with at least two labels behind it; IP addresses only against iPAddress entries. `name` with or without a final dot, IPv6 without
 * brackets. Without case.
 */
export const certificateCovers = (certificate: Certificate, name: string): boolean => {
  if (isIP(name) !== 0) return certificate.ipAddresses.some((address) => sameAddress(address, name));
  const wanted = name.replace(/\.$/, '').toLowerCase();
  return wanted !== '' && certificate.dnsNames.some((pattern) => matches(pattern.toLowerCase(), wanted));
};

/** Whole days from `now` to the end of validity, rounded down; negative where it is over. */
export const daysLeft = (certificate: Certificate, now: Date): number =>
  Math.floor((Date.parse(certificate.validTo) - now.getTime()) / 86_400_000);

const matches = (pattern: string, name: string): boolean => {
  if (!pattern.includes('*')) return pattern === name;
  const [first, ...rest] = pattern.split('.');
  const [label, ...parent] = name.split('.');
  return first === '*' && rest.length >= 2 && label !== '' && rest.join('.') === parent.join('.');
};

const attribute = (name: DistinguishedName, type: string): string | undefined =>
  name.findLast(([attributeType, value]) => attributeType === type && value !== '')?.[1];

const nameText = (name: DistinguishedName): string => name.map(([type, value]) => `${type}=${value}`).join(', ');

const isSelfSigned = (x509: X509Certificate): boolean => {
  try {
    // Not `checkIssued`, which also asks whether the key may sign certificates: that of a server may not.
    return x509.subject === x509.issuer && x509.verify(x509.publicKey);
  } catch {
    return false;
  }
};

/** OpenSSL reads the key only when asked, and may then refuse it. */
const keyOf = (x509: X509Certificate): Pick<Certificate, 'keyType' | 'keyBits'> => {
  try {
    const { asymmetricKeyType = 'unknown', asymmetricKeyDetails } = x509.publicKey;
    const keyBits =
      asymmetricKeyDetails?.modulusLength ?? CURVE_BITS[asymmetricKeyDetails?.namedCurve ?? asymmetricKeyType];
    return { keyType: asymmetricKeyType, keyBits: keyBits ?? null };
  } catch {
    return { keyType: 'unknown', keyBits: null };
  }
};

const CURVE_BITS: Readonly<Record<string, number>> = {
  prime256v1: 256,
  secp256k1: 256,
  secp384r1: 384,
  secp521r1: 521,
  ed25519: 256,
  ed448: 456,
};
