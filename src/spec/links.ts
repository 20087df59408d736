const SPEC = 'https://spec.matrix.org/v1.19';
const rfc = (number: number, section?: string): string =>
  `https://www.rfc-editor.org/rfc/rfc${number}.html${section === undefined ? '' : `#section-${section}`}`;
const proposal = (number: number): string => `https://github.com/matrix-org/matrix-spec-proposals/pull/${number}`;

/** Where each rule stands: the sections of the Matrix specification v1.19, and the standards it builds on. Used as `spec` of checks. */
export const links = {
  // Appendices
  serverName: `${SPEC}/appendices/#server-name`,
  userIdentifiers: `${SPEC}/appendices/#user-identifiers`,
  namespacedIdentifiers: `${SPEC}/appendices/#common-namespaced-identifier-grammar`,
  unpaddedBase64: `${SPEC}/appendices/#unpadded-base64`,
  urlSafeBase64: `${SPEC}/appendices/#url-safe-unpadded-base64`,
  canonicalJson: `${SPEC}/appendices/#canonical-json`,
  signingDetails: `${SPEC}/appendices/#signing-details`,
  checkingSignature: `${SPEC}/appendices/#checking-for-a-signature`,
  testVectors: `${SPEC}/appendices/#cryptographic-test-vectors`,

  // Server-Server API
  apiStandardsServer: `${SPEC}/server-server-api/#api-standards`,
  tls: `${SPEC}/server-server-api/#tls`,
  clientTlsCertificates: `${SPEC}/server-server-api/#client-tls-certificates`,
  unsupportedEndpoints: `${SPEC}/server-server-api/#unsupported-endpoints`,
  resolution: `${SPEC}/server-server-api/#resolving-server-names`,
  wellKnownServer: `${SPEC}/server-server-api/#getwell-knownmatrixserver`,
  federationVersion: `${SPEC}/server-server-api/#get_matrixfederationv1version`,
  serverKeys: `${SPEC}/server-server-api/#get_matrixkeyv2server`,
  publishingKeys: `${SPEC}/server-server-api/#publishing-keys`,
  notaryKeys: `${SPEC}/server-server-api/#get_matrixkeyv2queryservername`,
  requestAuthentication: `${SPEC}/server-server-api/#request-authentication`,
  responseAuthentication: `${SPEC}/server-server-api/#response-authentication`,

  // Client-Server API
  clientApiStandards: `${SPEC}/client-server-api/#api-standards`,
  standardError: `${SPEC}/client-server-api/#standard-error-response`,
  commonErrorCodes: `${SPEC}/client-server-api/#common-error-codes`,
  cors: `${SPEC}/client-server-api/#web-browser-clients`,
  serverDiscovery: `${SPEC}/client-server-api/#server-discovery`,
  wellKnownUris: `${SPEC}/client-server-api/#well-known-uris`,
  wellKnownClient: `${SPEC}/client-server-api/#getwell-knownmatrixclient`,
  wellKnownSupport: `${SPEC}/client-server-api/#getwell-knownmatrixsupport`,
  wellKnownPolicyServer: `${SPEC}/client-server-api/#getwell-knownmatrixpolicy_server`,
  versions: `${SPEC}/client-server-api/#get_matrixclientversions`,
  serverAcl: `${SPEC}/client-server-api/#mroomserver_acl`,
  authenticationDiscovery: `${SPEC}/client-server-api/#authentication-api-discovery`,
  authMetadata: `${SPEC}/client-server-api/#get_matrixclientv1auth_metadata`,
  login: `${SPEC}/client-server-api/#get_matrixclientv3login`,
  accessTokens: `${SPEC}/client-server-api/#using-access-tokens`,
  mediaConfig: `${SPEC}/client-server-api/#get_matrixclientv1mediaconfig`,

  // Identity Service API
  identityPing: `${SPEC}/identity-service-api/#get_matrixidentityv2`,
  identityTls: `${SPEC}/identity-service-api/#api-standards`,
  identityCors: `${SPEC}/identity-service-api/#web-browser-clients`,

  // The specification as a whole
  specVersions: `${SPEC}/#specification-versions`,
  deprecationPolicy: `${SPEC}/#deprecation-policy`,

  // Proposals that clients follow before they are part of it
  rtcTransports: proposal(4143),
  liveKitTransport: proposal(4195),
  simplifiedSlidingSync: proposal(4186),

  // Standards around it
  rfc1034Cname: rfc(1034, '3.6.2'),
  rfc1035: rfc(1035),
  rfc1035Sizes: rfc(1035, '2.3.4'),
  rfc2308: rfc(2308),
  rfc2782: rfc(2782),
  rfc5280: rfc(5280),
  rfc5280Validity: rfc(5280, '4.1.2.5'),
  rfc5280PathValidation: rfc(5280, '6.1'),
  rfc5952: rfc(5952),
  rfc6066: rfc(6066),
  rfc6066Sni: rfc(6066, '3'),
  rfc6890: rfc(6890),
  rfc8259: rfc(8259),
  rfc8305: rfc(8305),
  rfc8446: rfc(8446),
  rfc8446CertificateList: rfc(8446, '4.4.2'),
  rfc8996: rfc(8996),
  rfc9110: rfc(9110),
  rfc9110Redirects: rfc(9110, '15.4'),
  rfc9111: rfc(9111),
  rfc9325: rfc(9325, '3.1.1'),
  rfc9525: rfc(9525),
  fetchCors: 'https://fetch.spec.whatwg.org/#http-cors-protocol',
  fetchCorsCheck: 'https://fetch.spec.whatwg.org/#cors-check',
  fetchNonWildcard: 'https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name',
  rfc9111Vary: rfc(9111, '4.1'),
  ianaSpecialIPv6: 'https://www.iana.org/assignments/iana-ipv6-special-registry/',
  ianaSpecialIPv4: 'https://www.iana.org/assignments/iana-ipv4-special-registry/',
} as const satisfies Record<string, string>;
