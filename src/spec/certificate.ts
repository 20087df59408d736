/** A certificate taken apart. Names in `names` are as in the SAN extension: DNS names (A-labels) and IP addresses (RFC 5952 text). */
export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  /** `CN`, else `O`, of subject and issuer, for showing. */
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
  readonly keyType: string;
  readonly keyBits: number | null;
}

/** null where the DER cannot be parsed. */
export const readCertificate = (derBase64: string): Certificate | null => {
  throw new Error(`not written yet: ${derBase64}`);
};

/**
 * Whether a certificate is valid for a name (RFC 6125, RFC 9525): SAN only, no CN; a wildcard only as the whole left-most label and for one
 * label; IP addresses only against iPAddress entries. `name` without a final dot, IPv6 without brackets. Without case.
 */
export const certificateCovers = (certificate: Certificate, name: string): boolean => {
  throw new Error(`not written yet: ${certificate.subject} ${name}`);
};

/** Whole days from `now` to the end of validity, rounded down; negative where it is over. */
export const daysLeft = (certificate: Certificate, now: Date): number => {
  throw new Error(`not written yet: ${certificate.validTo} ${now.toISOString()}`);
};
