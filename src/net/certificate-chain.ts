import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';

/**
 * The certificates that the server sent, as sent: leaf first, then all others in their order, needed or not.
 *
 * `getPeerCertificate(true)` is of no use for that: it leaves out certificates that do not belong to the chain, and completes the chain
 * from the local trust store. `issuerCertificate` of `getPeerX509Certificate()`, whatever its name says, is the next certificate of
 * the message (seen alike on Node 20.20, 22.23 and 24.21). That call takes the certificates out of OpenSSL's own list: it must be made once
 * for each connection.
 */
export const sentCertificates = (socket: TLSSocket): readonly X509Certificate[] => {
  const chain: X509Certificate[] = [];
  let next = socket.getPeerX509Certificate();
  while (next !== undefined) {
    chain.push(next);
    next = next.issuerCertificate;
  }
  return chain;
};
