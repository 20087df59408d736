/** What a TLS handshake showed. It is completed whatever the certificate says; checks judge the certificate afterwards. */
export interface TlsSession {
  /** `TLSv1.2` or `TLSv1.3`. */
  readonly protocol: string;
  readonly cipher: string;
  readonly alpn: string | null;
  /** The certificates, leaf first, each DER as standard base64. Entries that only the local trust store added are left out. */
  readonly chain: readonly string[];
  readonly trust: ChainTrust;
}

/**
 * Whether the chain leads to the trust store, apart from names and dates (an expired or misnamed certificate may well be trusted).
 *
 * `self-signed`: the leaf signed itself. `self-signed-root`: the chain ends in a root that is sent along but not in the store.
 * `incomplete`: the issuer of the last certificate sent is neither sent nor in the store (usually a missing intermediate).
 * `invalid`: another fault of the chain (wrong purpose, bad signature, revoked, too weak, path too long); `openssl` names it.
 */
export interface ChainTrust {
  readonly verdict: 'trusted' | 'self-signed' | 'self-signed-root' | 'incomplete' | 'invalid';
  /** OpenSSL's code for the first fault that it met (dates and all), null where it found none; `UNABLE_TO_VERIFY_LEAF_SIGNATURE`, for instance. */
  readonly openssl: string | null;
}
