/** Where a request goes, and as whom: one address and port, with the names of the specification's resolution table. */
export interface Destination {
  /** The name that was resolved to the address: the host itself, the delegated host, an SRV target; or the literal, without brackets. */
  readonly host: string;
  /** IPv4 or IPv6, without brackets. */
  readonly address: string;
  readonly port: number;
  /** The `Host` header, exactly: with a port only where the specification says so, IPv6 in brackets. */
  readonly hostHeader: string;
  /** The name sent in the TLS handshake; null for IP literals. Without a final dot. */
  readonly sni: string | null;
  /** What the certificate must be valid for: a DNS name without a final dot, or an IP address without brackets. */
  readonly certificateName: string;
  /** From the SRV record; null where there was none. */
  readonly priority: number | null;
  readonly weight: number | null;
}
