import { jsonFile, toSynapse } from './nginx.mjs';

export const CORS = [['Access-Control-Allow-Origin', '*']];

/**
 * A site of nginx, before certificates and ports of Synapse are known.
 * @param locations nginx configuration, or `{ files, backend }`: `backend` is the server name whose Synapse stands behind it, null for none
 * @param certificate as `issue` takes it; null for plain HTTP
 */
export const site = (at, port, name, certificate, locations) => ({
  addresses: Object.values(at),
  port,
  names: [name],
  certificate,
  ...(typeof locations === 'string' ? { files: locations } : locations),
});

export const clientFile = (baseUrl, headers = CORS) =>
  jsonFile('/.well-known/matrix/client', { 'm.homeserver': { base_url: baseUrl } }, headers);

export const supportFile = () =>
  jsonFile(
    '/.well-known/matrix/support',
    { contacts: [{ role: 'm.role.admin', email_address: 'admin@md.test' }] },
    CORS,
  );

/** The site as `startNginx` takes it. */
export const builtSite = async (
  { addresses, port, names, certificate, files = '', backend = null },
  issue,
  synapsePort,
) => ({
  addresses,
  port,
  names,
  tls: certificate === null ? null : await issue(certificate),
  locations: files + (backend === null ? '' : toSynapse(synapsePort(backend))),
});
