import { X509Certificate } from 'node:crypto';
import type { ChainTrust } from '../facts/tls.js';
import type { TrustStore } from './trust.js';

/**
 * The verdict on a chain apart from names and dates. OpenSSL's word is taken where its code says what is wrong with the chain. A date fault
 * hides every other one, since OpenSSL goes on after a fault and keeps only the last; then the chain is walked here.
 */
export const chainTrust = (
  sent: readonly X509Certificate[],
  openssl: string | null,
  trustStore: TrustStore,
): ChainTrust => ({ verdict: verdictOf(sent, openssl, trustStore), openssl });

const verdictOf = (
  sent: readonly X509Certificate[],
  openssl: string | null,
  trustStore: TrustStore,
): ChainTrust['verdict'] => {
  if (openssl === null) return 'trusted';
  const known = VERDICTS[openssl];
  if (known !== undefined) return known;
  if (!WALKED.includes(openssl)) return 'invalid';
  try {
    return walk(sent, trustStore);
  } catch {
    // A certificate that can be parsed, but whose key or names cannot be read.
    return 'invalid';
  }
};

const VERDICTS: Readonly<Record<string, ChainTrust['verdict']>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'self-signed-root',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'incomplete',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'incomplete',
};

/** The dates, and a store that holds an intermediate certificate without its root, which is trust enough (as in Go and curl). */
const WALKED: readonly string[] = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'UNABLE_TO_GET_ISSUER_CERT'];

/** A server may send hundreds of certificates that all claim to have issued each other. */
const MAX_OTHERS = 20;

const walk = (sent: readonly X509Certificate[], trustStore: TrustStore): ChainTrust['verdict'] => {
  const [leaf, ...others] = sent;
  if (leaf === undefined) return 'incomplete';
  const anchors = anchorsOf(trustStore);
  if (anchors.has(leaf.fingerprint256)) return 'trusted';
  if (isSelfSigned(leaf)) return 'self-signed';
  if (!servesTls(leaf)) return 'invalid';
  return lead(leaf, others.slice(0, MAX_OTHERS), anchors, new Set([leaf.fingerprint256]));
};

/** Where the issuers of a certificate lead: any way to the store is good enough; else the most telling dead end. */
const lead = (
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  anchors: ReadonlyMap<string, X509Certificate>,
  seen: Set<string>,
): 'trusted' | 'self-signed-root' | 'incomplete' => {
  for (const anchor of anchors.values()) if (issued(anchor, certificate)) return 'trusted';
  let end: 'self-signed-root' | 'incomplete' = 'incomplete';
  for (const issuer of others) {
    if (seen.has(issuer.fingerprint256) || !issuer.ca || !issued(issuer, certificate)) continue;
    seen.add(issuer.fingerprint256);
    if (anchors.has(issuer.fingerprint256)) return 'trusted';
    const beyond = isSelfSigned(issuer) ? 'self-signed-root' : lead(issuer, others, anchors, seen);
    if (beyond === 'trusted') return beyond;
    if (beyond === 'self-signed-root') end = beyond;
  }
  return end;
};

/** The names are compared first: a signature costs a thousand times as much to check. */
const issued = (issuer: X509Certificate, certificate: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

/** Without `checkIssued`, which wants the right to sign certificates as well: a self-signed leaf rarely has it. */
const isSelfSigned = (certificate: X509Certificate): boolean =>
  certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey);

/** Extended key usage: serverAuth or any; no such extension allows everything (RFC 5280 4.2.1.12). */
const servesTls = (leaf: X509Certificate): boolean => {
  const usages = leaf.keyUsage as readonly string[] | undefined;
  return usages === undefined || usages.includes('1.3.6.1.5.5.7.3.1') || usages.includes('2.5.29.37.0');
};

const anchorSets = new WeakMap<TrustStore, ReadonlyMap<string, X509Certificate>>();

/** The certificates of the store by fingerprint; read when first needed. */
const anchorsOf = (trustStore: TrustStore): ReadonlyMap<string, X509Certificate> => {
  const known = anchorSets.get(trustStore);
  if (known !== undefined) return known;
  const certificates = trustStore.certificates.map((pem) => new X509Certificate(pem));
  const anchors = new Map(certificates.map((certificate) => [certificate.fingerprint256, certificate]));
  anchorSets.set(trustStore, anchors);
  return anchors;
};
