import { createSecureContext, type SecureContextOptions, type TlsOptions } from 'node:tls';
import type { ServerCertificate } from './certificates.js';
import type { LabServer } from './scenario.js';

/** The root of the lab, and the certificates of a scenario by name; PEM texts. */
export interface CertificateShelf {
  readonly root: string;
  readonly certificates: ReadonlyMap<string, ServerCertificate>;
}

/** The name of the certificate that a server shows for an SNI; undefined where it refuses that name. */
export const certificateFor = ({ certificate = 'good' }: LabServer, sni: string | null): string | undefined => {
  if (typeof certificate === 'string') return certificate;
  return certificate[sni?.toLowerCase() ?? '*'] ?? certificate['*'];
};

/** What node:tls needs to act as that server. */
export const tlsOptions = (server: LabServer, shelf: CertificateShelf): TlsOptions => {
  const { minVersion, maxVersion, requestCert = false } = server.tls ?? {};
  const limits: SecureContextOptions = {
    ...(minVersion === undefined ? {} : { minVersion }),
    ...(maxVersion === undefined ? {} : { maxVersion }),
    // OpenSSL 3 takes TLS 1.0 and 1.1 only at this security level.
    ...(minVersion === 'TLSv1' || maxVersion === 'TLSv1.1'
      ? { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }
      : {}),
    ...(requestCert === false ? {} : { ca: shelf.root }),
  };
  const contextOptions = (sni: string | null): SecureContextOptions => {
    const shown = shelf.certificates.get(certificateFor(server, sni) ?? '');
    return shown === undefined ? limits : { ...limits, key: shown.key, cert: shown.chain };
  };
  return {
    ...contextOptions(null),
    ALPNProtocols: ['http/1.1'],
    requestCert: requestCert !== false,
    rejectUnauthorized: requestCert === true,
    // Not called where no name is sent.
    SNICallback: (sni, done) => done(null, createSecureContext(contextOptions(sni))),
  };
};
