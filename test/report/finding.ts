import type { Finding } from '../../src/report/report.js';

/** A finding with nothing special about it but what is given. */
export const finding = (special: Partial<Finding>): Finding => ({
  id: 'tls/certificate-name',
  area: 'tls',
  outcome: 'pass',
  severity: 'error',
  affects: 'servers',
  title: 'The certificate covers the required name',
  subject: null,
  evidence: [],
  because: null,
  why: 'Every homeserver refuses another one.',
  fix: 'Get a certificate for that name.',
  recipe: null,
  spec: 'https://spec.matrix.org/v1.19/server-server-api/#tls',
  ...special,
});
