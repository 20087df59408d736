import type { TrustStoreFacts } from '../facts/facts.js';

/** The root certificates that chains are judged by, as PEM texts, and where they came from. */
export interface TrustStore {
  readonly certificates: readonly string[];
  readonly facts: TrustStoreFacts;
}

/** `expected a PEM file with at least one certificate` and the like: what a user gets for a bad `--ca-file`. */
export class TrustStoreError extends Error {}

/** Node's roots and the system's bundle; `SSL_CERT_FILE` in place of the system's bundle; `NODE_EXTRA_CA_CERTS` and `caFiles` added. */
export const loadTrustStore = (options: {
  readonly caFiles?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
}): TrustStore => {
  throw new TrustStoreError(`not written yet: ${options.caFiles?.length}`);
};
