import type { Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { Failure } from '../facts/failure.js';
import type { TlsSession } from '../facts/tls.js';
import { sentCertificates } from './certificate-chain.js';
import { chainTrust } from './chain-trust.js';
import type { Deadline } from './deadline.js';
import { clientCertificateRequired, failureFromError, tlsTooNew } from './failure-from-error.js';
import { secureContext } from './secure-context.js';
import { timeoutFailure } from './timeout-failure.js';
import type { TrustStore } from './trust.js';

export interface SecuredSocket {
  readonly socket: TLSSocket;
  readonly session: TlsSession;
}

export interface Offer {
  /** null sends no name. */
  readonly sni: string | null;
  /** TLS 1.2 is the newest version. */
  readonly onlyTls12: boolean;
}

/**
 * Makes a TLS handshake over an open TCP connection, whatever the certificate says. Sessions are never resumed,
 * because a resumed one shows no certificates.
 */
export const tlsHandshake = (
  tcp: Socket,
  { sni, onlyTls12 }: Offer,
  limitMs: number,
  { deadline, trustStore }: { readonly deadline: Deadline; readonly trustStore: TrustStore },
): Promise<SecuredSocket | Failure> =>
  new Promise((resolve) => {
    const socket = connect({
      socket: tcp,
      ...(sni === null ? {} : { servername: sni }),
      ALPNProtocols: ['http/1.1'],
      secureContext: secureContext(trustStore, onlyTls12 ? 'TLSv1.2' : 'TLSv1.3'),
      rejectUnauthorized: false,
      // The name is judged by a check; here it would only hide what is wrong with the chain.
      checkServerIdentity: () => undefined,
    });
    const settle = (result: SecuredSocket | Failure) => {
      cancel();
      socket.off('error', fail);
      if (!('socket' in result)) {
        socket.destroy();
        tcp.destroy();
      }
      resolve(result);
    };
    const fail = (error: unknown) => {
      const failure = failureFromError(error, 'tls');
      if (onlyTls12 && failure.reason === 'tls-too-old') settle(tlsTooNew(failure.code));
      else settle(wantsClientCertificate(failure, socket) ? clientCertificateRequired(failure.code) : failure);
    };
    const cancel = deadline.after(limitMs, (cause) => settle(timeoutFailure('tls', cause, limitMs, deadline)));
    // Stays: an error with nobody listening would end the process.
    socket.on('error', () => undefined);
    socket.on('error', fail);
    socket.once('secureConnect', () => {
      try {
        settle({ socket, session: sessionOf(socket, trustStore) });
      } catch (error) {
        settle(failureFromError(error, 'tls'));
      }
    });
  });

/**
 * TLS 1.2 has no alert of its own for a client certificate that is missing, and OpenSSL sends `handshake_failure` (RFC 5246 7.4.6). The same
 * alert says that nothing is in common; but then it comes before the server has shown its certificate.
 */
const wantsClientCertificate = ({ code }: Failure, socket: TLSSocket): boolean =>
  code !== null && HANDSHAKE_FAILURE.test(code) && socket.getPeerX509Certificate() !== undefined;

/** `ERR_SSL_SSLV3_ALERT_...` up to Node 22, `ERR_SSL_SSL/TLS_ALERT_...` from Node 24 on. */
const HANDSHAKE_FAILURE = /_ALERT_HANDSHAKE_FAILURE$/;

const sessionOf = (socket: TLSSocket, trustStore: TrustStore): TlsSession => {
  const sent = sentCertificates(socket);
  const { standardName, name } = socket.getCipher();
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    cipher: standardName ?? name,
    alpn: typeof socket.alpnProtocol === 'string' ? socket.alpnProtocol : null,
    chain: sent.map((certificate) => certificate.raw.toString('base64')),
    trust: chainTrust(sent, opensslCode(socket), trustStore),
  };
};

/** A code word at run time, whatever the types say: `CERT_HAS_EXPIRED`. */
const opensslCode = (socket: TLSSocket): string | null => {
  const error: unknown = socket.authorizationError;
  if (error === null || error === undefined) return null;
  return error instanceof Error ? error.message : String(error);
};
