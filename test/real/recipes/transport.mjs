import { HOMESERVER, SERVER_NAME } from '../recipe-home.mjs';
import { clientFile, serverFile, toSynapse } from './healthy.mjs';

/** cert.pem in place of fullchain.pem. */
const leafOnly = {
  recipe: 'full-chain',
  host: HOMESERVER,
  check: 'client-tls/certificate-chain',
  fault: 'the certificate without its chain',
};

const wellKnown = (server) => `${serverFile[server]}\n${clientFile[server]}`;

export const fullChain = [
  {
    ...leafOnly,
    server: 'nginx',
    tls: ({ live }) => `- ssl_certificate ${live}/cert.pem;
- ssl_certificate_key ${live}/privkey.pem;
+1`,
    site: () => toSynapse.nginx,
  },
  {
    ...leafOnly,
    server: 'apache',
    says: null,
    tls: ({ live }) => `SSLEngine on
- SSLCertificateFile ${live}/cert.pem
- SSLCertificateKeyFile ${live}/privkey.pem
+1`,
    site: () => toSynapse.apache,
  },
  {
    ...leafOnly,
    server: 'caddy',
    tls: ({ live }) => `- tls ${live}/cert.pem ${live}/privkey.pem\n+1`,
    site: () => toSynapse.caddy,
  },
  {
    ...leafOnly,
    server: 'haproxy',
    host: SERVER_NAME,
    alone: true,
    // As certbot leaves it: without a chain in the file of the certificate.
    listen: () => '- bind :443 ssl crt /etc/haproxy/leaf.pem\n+1',
    site: () => `${wellKnown('haproxy')}\nhttp-request return status 404`,
  },
];

/** Nothing newer than TLS 1.1, which Debian's OpenSSL speaks only at security level 0. Without a TLS session there is no Server header. */
const outdated = {
  says: null,
  recipe: 'tls-versions',
  host: HOMESERVER,
  check: 'client-tls/protocol',
  fault: 'TLS 1.0 and 1.1 only',
};

export const tlsVersions = [
  {
    ...outdated,
    server: 'nginx',
    site: () => `- ssl_protocols TLSv1 TLSv1.1;
ssl_ciphers ALL:@SECLEVEL=0;
+1
${toSynapse.nginx}`,
  },
  {
    ...outdated,
    server: 'apache',
    site: () => `- SSLProtocol -all +TLSv1 +TLSv1.1
SSLCipherSuite ALL:@SECLEVEL=0
+1
${toSynapse.apache}`,
  },
  {
    ...outdated,
    server: 'haproxy',
    tls: () => `- ssl-default-bind-options ssl-max-ver TLSv1.1 ssl-min-ver TLSv1.0
ssl-default-bind-ciphers ALL:@SECLEVEL=0
+1`,
    site: () => toSynapse.haproxy,
  },
  {
    // Caddy speaks nothing older than TLS 1.2.
    ...outdated,
    server: 'caddy',
    check: 'client-tls/tls-1-2',
    says: 'caddy',
    fault: 'TLS 1.3 only',
    tls: ({ live }) => `tls ${live}/fullchain.pem ${live}/privkey.pem
- tls {
- 	protocols tls1.3
- }
+1`,
    site: () => toSynapse.caddy,
  },
];

/** The name has an IPv6 address, at which nothing listens. */
const oneFamily = {
  recipe: 'both-families',
  check: 'client/every-address',
  fault: 'nothing listens at the IPv6 address',
  alone: true,
};

export const bothFamilies = [
  { ...oneFamily, server: 'nginx', listen: () => '- listen 443 ssl;\n+1', site: () => wellKnown('nginx') },
  {
    ...oneFamily,
    server: 'apache',
    listen: () => '- Listen 0.0.0.0:443\n+1',
    site: () => wellKnown('apache'),
  },
  {
    ...oneFamily,
    server: 'haproxy',
    listen: () => '- bind :443 ssl crt /etc/haproxy/certs/ alpn h2,http/1.1\n+1',
    site: () => `${wellKnown('haproxy')}\nhttp-request return status 404`,
  },
  {
    ...oneFamily,
    server: 'caddy',
    listen: ({ v4 }) => `- bind ${v4}`,
    site: () => `${wellKnown('caddy')}\nfile_server`,
  },
];

/** Everybody is asked for a certificate. */
const clientCertificate = {
  recipe: 'no-client-certificate',
  host: HOMESERVER,
  check: 'tls/no-client-certificate',
  fault: 'only those with a client certificate get in',
  says: null,
};

const CA = '/etc/ssl/certs/ca-certificates.crt';

export const noClientCertificate = [
  {
    // nginx completes the handshake, and answers 400 then.
    ...clientCertificate,
    server: 'nginx',
    check: 'federation/version',
    explained: clientCertificate.check,
    site: () => `ssl_client_certificate ${CA};
- ssl_verify_client on;
+1
${toSynapse.nginx}`,
  },
  {
    ...clientCertificate,
    server: 'apache',
    site: () => `SSLCACertificateFile ${CA}
- SSLVerifyClient require
+1
${toSynapse.apache}`,
  },
  {
    ...clientCertificate,
    server: 'caddy',
    tls: ({ live }) => `tls ${live}/fullchain.pem ${live}/privkey.pem {
- 	client_auth {
- 		mode require_and_verify
- 		trusted_ca_cert_file ${CA}
- 	}
}`,
    site: () => toSynapse.caddy,
  },
  {
    ...clientCertificate,
    server: 'haproxy',
    listen: ({ v4, v6, name }) =>
      [v4, `[${v6}]`]
        .map((at) => `bind ${at}:443 ssl crt /etc/haproxy/certs/${name}.pem`)
        .flatMap((bind) => [`- ${bind} verify required ca-file ${CA}`, `* ${bind}`])
        .join('\n'),
    site: () => toSynapse.haproxy,
  },
];
