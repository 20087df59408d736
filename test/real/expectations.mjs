import { SYNAPSE_VERSION } from './components.mjs';
import { KEY_ID } from './synapse.mjs';

/** Parts of reports, as `differences` takes them: what must be there when a real Synapse is reached in the right way. */

export const HEALTHY_CLIENT = {
  outcome: 'pass',
  state: 'SUCCESS',
  baseUrl: 'https://matrix.delegated.md.test',
  versions: (list) => list.includes('v1.1'),
};

/** The destination in step 3.2, and in 3.3 to 3.5 where the delegated name has no port and so neither has the Host header. */
export const BY_WELL_KNOWN = {
  port: 443,
  host: 'matrix.delegated.md.test',
  hostHeader: 'matrix.delegated.md.test:443',
};
export const WITHOUT_PORT = { ...BY_WELL_KNOWN, hostHeader: 'matrix.delegated.md.test' };

/** One destination for every address, IPv4 first in each pair. `like`: what else is so of each; by default, that Synapse answers there. */
export const destinations = (pairs, { port, host, hostHeader, name = host, sni = name, like = alive(name) }) =>
  pairs
    .flatMap((pair) => [pair.v4, pair.v6])
    .filter((address) => address !== undefined)
    .map((address) => ({ address, port, host, hostHeader, sni, certificateName: name, ...like }));

const alive = (name) => ({
  outcome: 'pass',
  tls: {
    protocol: 'TLSv1.3',
    certificate: {
      names: [name],
      issuer: (text) => text.includes('Test Issuing CA'),
      validFrom: (text) => Date.parse(text) < Date.now(),
      validTo: (text) => Date.parse(text) > Date.now(),
      trusted: true,
    },
  },
  server: { name: 'Synapse', version: (text) => text.startsWith(SYNAPSE_VERSION) },
});

/** The two targets of the world `bySrv`, the preferred one first. */
export const srvDestinations = ({ homeserver, second }, settings = {}) =>
  [
    { pair: homeserver, host: 'one.srv.md.test', priority: 10 },
    { pair: second, host: 'two.srv.md.test', priority: 20 },
  ].flatMap(({ pair, host, priority }) =>
    destinations([pair], { port: 8448, host, hostHeader: 'srv.md.test', name: 'srv.md.test', ...settings }).map(
      (destination) => ({ ...destination, priority, weight: 0 }),
    ),
  );

/** What is said about every world `bySrv`: that a well-known file would do better, and whom the record leads astray. */
export const SRV_REMARKS = ['srv/name-shares-address', 'srv/well-known-instead'];

/** Federation works, and every signature of the keys holds. */
export const federates = (step, expected) => ({
  outcome: 'pass',
  step,
  destinations: expected,
  signingKeys: {
    keys: [{ id: KEY_ID, verified: true }],
    validUntil: (text) => Date.parse(text) > Date.now(),
  },
});
