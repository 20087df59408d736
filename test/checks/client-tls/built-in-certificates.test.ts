import { describe, expect, it } from 'vitest';
import { certificateName } from '../../../src/checks/client-tls/certificate-name.js';
import { certificateTrust } from '../../../src/checks/client-tls/certificate-trust.js';
import { seen } from '../../../src/facts/observation.js';
import type { ChainTrust } from '../../../src/facts/tls.js';
import type { CertificateRecipe } from '../../../src/lab/scenario.js';
import { clientFacts, homeserver, say, versionsFacts, versionsLook } from '../client-facts.js';
import { session } from '../healthy-facts.js';

const TRAEFIK: CertificateRecipe = {
  names: ['0a1b2c.3d4e5f.traefik.default'],
  commonName: 'TRAEFIK DEFAULT CERT',
  issuer: 'self',
};
const KUBERNETES: CertificateRecipe = {
  names: ['ingress.local'],
  commonName: 'Kubernetes Ingress Controller Fake Certificate',
  issuer: 'self',
};
const ofAuthority = (unknownName: string): CertificateRecipe => ({
  names: ['matrix.example.com'],
  issuer: 'unknown',
  unknownName,
});

const showing = async (recipe: CertificateRecipe, trust: ChainTrust['verdict']) =>
  versionsFacts({ connection: seen(await session(recipe, trust)) });

const MATRIX = 'matrix.example.com';

describe('the default certificate of a proxy', () => {
  it.each([
    ['Traefik', TRAEFIK],
    ['the ingress controller of Kubernetes', KUBERNETES],
  ] as const)('is that of %s, and one error', async (whose, recipe) => {
    const facts = await showing(recipe, 'self-signed');
    expect(say(certificateName, facts)).toContain(
      `fail: Clients ask ${MATRIX}, but it shows a certificate for ${recipe.names[0]} (the default certificate of ${whose}, since none is set up for that name)`,
    );
    expect(say(certificateTrust, facts)).toEqual([
      'pass',
      `not-tested: there is no certificate for ${MATRIX} at 203.0.113.10:443 and [2001:db8::10]:443, only a default one`,
    ]);
  });

  it('may stand beside another fault at another address', async () => {
    const facts = clientFacts({
      homeserver: homeserver([
        versionsLook({ connection: seen(await session(TRAEFIK, 'self-signed')) }),
        versionsLook({ connection: seen(await session({ names: [MATRIX] }, 'self-signed')) }, '2001:db8::10'),
      ]),
    });
    expect(say(certificateTrust, facts)).toEqual([
      'pass',
      `fail: Clients do not trust the certificate of ${MATRIX}: it is self-signed`,
      `not-tested: there is no certificate for ${MATRIX} at 203.0.113.10:443, only a default one`,
    ]);
  });

  it('is not trusted, even where it has the name', async () => {
    const facts = await showing({ ...TRAEFIK, names: [MATRIX] }, 'self-signed');
    expect(say(certificateTrust, facts)).toContain(
      `fail: Clients do not trust the certificate of ${MATRIX}: it is the default certificate of Traefik, since none is set up for that name`,
    );
  });
});

describe('a certificate that is not meant for visitors', () => {
  it.each([
    [
      "(STAGING) Let's Encrypt",
      "it comes from the staging area of Let's Encrypt, whose certificates are for trying out only",
    ],
    ['Caddy Local Authority', 'it comes from the local authority of Caddy, which no other machine trusts'],
    [
      'CloudFlare Origin SSL Certificate Authority',
      'it is meant for the way from Cloudflare to this web server only, and is shown to everybody',
    ],
    ['Example Authority', 'its chain ends at Example Authority Root, which is not in the trust store'],
  ])('comes from %s', async (authority, words) => {
    expect(say(certificateTrust, await showing(ofAuthority(authority), 'incomplete'))).toContain(
      `fail: Clients do not trust the certificate of ${MATRIX}: ${words}`,
    );
  });
});
