import { createSecureContext, DEFAULT_CIPHERS, type SecureContext } from 'node:tls';
import type { TrustStore } from './trust.js';

const contexts = new WeakMap<TrustStore, SecureContext>();

/**
 * What handshakes are made with. Made when first needed and once for each trust store, because reading some 250 root certificates costs
 * about 40 ms. Security level 1 in every version of Node: what a certificate is worth is judged by checks, not by who happens to run them.
 */
export const secureContext = (trustStore: TrustStore): SecureContext => {
  const known = contexts.get(trustStore);
  if (known !== undefined) return known;
  const context = createSecureContext({
    ca: [...trustStore.certificates],
    minVersion: 'TLSv1.2',
    ciphers: `${DEFAULT_CIPHERS}:@SECLEVEL=1`,
  });
  contexts.set(trustStore, context);
  return context;
};
