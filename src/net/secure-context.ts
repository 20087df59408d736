import { createSecureContext, DEFAULT_CIPHERS, type SecureContext } from 'node:tls';
import type { TrustStore } from './trust.js';

type NewestVersion = 'TLSv1.2' | 'TLSv1.3';

const contexts: Readonly<Record<NewestVersion, WeakMap<TrustStore, SecureContext>>> = {
  'TLSv1.2': new WeakMap(),
  'TLSv1.3': new WeakMap(),
};

/**
 * What handshakes are made with. Made when first needed and once for each trust store and version, because reading some 250 root certificates
 * costs about 40 ms. Security level 1 in every version of Node: what a certificate is worth is judged by checks, not by who happens to run them.
 */
export const secureContext = (trustStore: TrustStore, maxVersion: NewestVersion): SecureContext => {
  const known = contexts[maxVersion].get(trustStore);
  if (known !== undefined) return known;
  const context = createSecureContext({
    ca: [...trustStore.certificates],
    minVersion: 'TLSv1.2',
    maxVersion,
    ciphers: `${DEFAULT_CIPHERS}:@SECLEVEL=1`,
  });
  contexts[maxVersion].set(trustStore, context);
  return context;
};
