import type { Certificate } from './certificate.js';

/**
 * What a certificate says of itself where it is not meant for visitors. default: what a proxy shows where none is set up for a name. staging: of
 * the part of an authority that is for trying out. local: of an authority that only its own machine trusts. origin: for the way between
 * Cloudflare and the web server behind it. `whose`: "Traefik", "Let's Encrypt".
 */
export interface BuiltInCertificate {
  readonly kind: 'default' | 'staging' | 'local' | 'origin';
  readonly whose: string;
}

/** null for any other certificate. */
export const builtInCertificate = (certificate: Certificate): BuiltInCertificate | null =>
  BUILT_IN.find(({ shows }) => shows(certificate))?.is ?? null;

interface Known {
  readonly is: BuiltInCertificate;
  shows(certificate: Certificate): boolean;
}

const BUILT_IN: readonly Known[] = [
  {
    is: { kind: 'default', whose: 'Traefik' },
    shows: ({ commonName, dnsNames }) =>
      commonName === 'TRAEFIK DEFAULT CERT' || dnsNames.some((name) => name.endsWith('.traefik.default')),
  },
  {
    is: { kind: 'default', whose: 'the ingress controller of Kubernetes' },
    shows: ({ commonName }) => commonName === 'Kubernetes Ingress Controller Fake Certificate',
  },
  {
    // "(STAGING) Counterfeit Cashew R10"; before 2021 "Fake LE Intermediate X1".
    is: { kind: 'staging', whose: "Let's Encrypt" },
    shows: ({ issuer }) => /\(STAGING\)|Fake LE (Intermediate|Root)/u.test(issuer),
  },
  { is: { kind: 'local', whose: 'Caddy' }, shows: ({ issuerName }) => issuerName.startsWith('Caddy Local Authority') },
  { is: { kind: 'origin', whose: 'Cloudflare' }, shows: ({ issuer }) => /cloudflare origin/iu.test(issuer) },
];
