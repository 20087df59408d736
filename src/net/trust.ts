import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import type { TrustStoreFacts } from '../facts/facts.js';
import { errorCode } from './failure-from-error.js';

/** The root certificates that chains are judged by, as PEM texts, and where they came from. */
export interface TrustStore {
  readonly certificates: readonly string[];
  readonly facts: TrustStoreFacts;
}

/** `expected a PEM file with at least one certificate` and the like: what a user gets for a bad `--ca-file`. */
export class TrustStoreError extends Error {}

/** Where systems keep their roots: Debian and Alpine, Fedora, openSUSE, macOS and the BSDs. The first that is there counts. */
const SYSTEM_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

export interface TrustStoreOptions {
  readonly caFiles?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Files to look for the system's roots in; default: the usual places. */
  readonly systemBundles?: readonly string[];
}

/**
 * Node's roots and the system's bundle; `SSL_CERT_FILE` in place of the system's bundle; `NODE_EXTRA_CA_CERTS` and `caFiles` added. The
 * count of a source is what it has, whether or not another one has it too. A file named by a variable that cannot be read counts 0;
 * a bad one in `caFiles` throws a TrustStoreError.
 */
export const loadTrustStore = (options: TrustStoreOptions = {}): TrustStore => {
  const { caFiles = [], env = process.env, systemBundles = SYSTEM_BUNDLES } = options;
  const sources = [
    { source: 'node', certificates: [...nodeRoots()] },
    ...systemSource(env.SSL_CERT_FILE, systemBundles),
    ...[env.NODE_EXTRA_CA_CERTS].filter(isGiven).map(lenientSource),
    ...caFiles.map(strictSource),
  ];
  return {
    certificates: [...new Set(sources.flatMap(({ certificates }) => certificates))],
    facts: { sources: sources.map(({ source, certificates }) => ({ source, certificates: certificates.length })) },
  };
};

interface Source {
  readonly source: string;
  readonly certificates: readonly string[];
}

const systemSource = (sslCertFile: string | undefined, bundles: readonly string[]): readonly Source[] => {
  if (isGiven(sslCertFile)) return [lenientSource(sslCertFile)];
  for (const bundle of bundles) {
    const source = lenientSource(bundle);
    if (source.certificates.length > 0) return [source];
  }
  return [];
};

const isGiven = (path: string | undefined): path is string => path !== undefined && path !== '';

const lenientSource = (path: string): Source => {
  try {
    return { source: path, certificates: certificatesIn(readFileSync(path, 'latin1')).filter(isReadable) };
  } catch {
    return { source: path, certificates: [] };
  }
};

const strictSource = (path: string): Source => {
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
  } catch (error) {
    throw new TrustStoreError(
      `cannot read the CA file ${path}: ${READ_ERRORS[errorCode(error) ?? ''] ?? errorCode(error)}`,
    );
  }
  const certificates = certificatesIn(text);
  if (certificates.length === 0) {
    throw new TrustStoreError(
      `no certificate in the CA file ${path}: expected a PEM file with at least one certificate`,
    );
  }
  const broken = certificates.findIndex((pem) => !isReadable(pem));
  if (broken !== -1) throw new TrustStoreError(`certificate ${broken + 1} in the CA file ${path} cannot be read`);
  return { source: path, certificates };
};

const READ_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EISDIR: 'it is a directory',
};

const certificatesIn = (text: string): readonly string[] =>
  (text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map(normalized);

/** The same certificate is the same text, however its lines were broken. */
const normalized = (pem: string): string => {
  const base64 = pem.replace(/-----[^-]+-----|\s+/g, '');
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
};

let roots: ReadonlySet<string> | undefined;

const nodeRoots = (): ReadonlySet<string> => {
  roots ??= new Set(rootCertificates.map(normalized));
  return roots;
};

/** Those that Node has too, nearly all of a system's, need no trying: reading one takes a quarter of a millisecond. */
const isReadable = (pem: string): boolean => {
  if (nodeRoots().has(pem)) return true;
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
};
