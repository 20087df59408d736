import { jsonFile } from './nginx.mjs';

const ISSUER = 'https://auth.delegated.md.test';

/** What Matrix Authentication Service says of itself; Synapse passes it on as /auth_metadata. */
const METADATA = {
  issuer: `${ISSUER}/`,
  authorization_endpoint: `${ISSUER}/authorize`,
  token_endpoint: `${ISSUER}/oauth2/token`,
  revocation_endpoint: `${ISSUER}/oauth2/revoke`,
  registration_endpoint: `${ISSUER}/oauth2/registration`,
  introspection_endpoint: `${ISSUER}/oauth2/introspect`,
  account_management_uri: `${ISSUER}/account/`,
  jwks_uri: `${ISSUER}/oauth2/keys.json`,
  response_types_supported: ['code'],
  response_modes_supported: ['query', 'fragment', 'form_post'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  code_challenge_methods_supported: ['S256'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
};

/**
 * As nginx locations: what Matrix Authentication Service answers of the endpoints for older clients, and lk-jwt-service to GET and OPTIONS at
 * its two endpoints (405, and its own CORS headers). Neither is among Debian's packages.
 */
export const services = `
${jsonFile('/.well-known/openid-configuration', METADATA)}
location ~ ^/_matrix/client/(r0|v3)/login$ {
  default_type application/json;
  add_header Access-Control-Allow-Origin * always;
  add_header Access-Control-Allow-Methods "GET, POST, PUT, DELETE, OPTIONS" always;
  add_header Access-Control-Allow-Headers "X-Requested-With, Content-Type, Authorization" always;
  return 200 '{"flows":[{"type":"m.login.password"}]}';
}
location ~ ^/(sfu/get|get_token)$ {
  add_header Access-Control-Allow-Origin * always;
  add_header Access-Control-Allow-Methods POST always;
  add_header Access-Control-Allow-Headers "Accept, Content-Type, Content-Length, Accept-Encoding, X-CSRF-Token" always;
  if ($request_method = OPTIONS) { return 200; }
  return 405;
}
location / { return 404; }`;
