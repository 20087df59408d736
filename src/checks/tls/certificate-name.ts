import { isIP } from 'node:net';
import type { Facts } from '../../facts/facts.js';
import type { FederationFacts } from '../../facts/federation.js';
import type { HttpLook } from '../../facts/http.js';
import { type Certificate, certificateCovers } from '../../spec/certificate.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { usedSrv } from '../readings/used-srv.js';
import { certificateNameVerdicts } from '../verdicts/certificate-verdicts.js';
import { endpointCertificates } from '../verdicts/endpoint-certificates.js';
import { detourWords } from '../words/detour-words.js';
import { hostnameOf } from '../words/server-name-of.js';

export const certificateName = {
  id: 'tls/certificate-name',
  title: 'The certificate covers the name that servers require',
  failureTitle: 'The certificate at {where} is for {shown}, not for {name}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.resolution,
  why: 'Every homeserver refuses a certificate for another name. {reason}{hint}',
  fix: '{detour}Serve a certificate for {name} at {where}: {command}.',
  evaluate: endpointCertificates((looks, facts, federation) =>
    certificateNameVerdicts(looks, facts, (look, certificate) => ({
      reason: reasonWords(federation, facts),
      hint: hintWords(look, certificate, facts),
      detour: detourWords(federation, facts),
      command: commandFor(look.destination.certificateName),
    })),
  ),
} as const satisfies Check;

/** Whose name is required, and why. */
const reasonWords = (federation: FederationFacts, facts: Facts): string => {
  const { delegatedName } = federation;
  const srv = usedSrv(federation) === undefined ? '' : ' An SRV record changes the place, never the name.';
  return delegatedName === null
    ? `The name is that of the server, ${hostnameOf(facts)}.${srv}`
    : `The well-known file moves the required name to ${delegatedName.hostname}.${srv}`;
};

/** What the certificate has in place of the name, where that tells what was misunderstood. */
const hintWords = (look: HttpLook, certificate: Certificate, facts: Facts): string => {
  const { certificateName: name, host } = look.destination;
  const hostname = hostnameOf(facts);
  if (certificate.dnsNames.length + certificate.ipAddresses.length === 0 && certificate.commonName === name) {
    return ` This one has ${name} only as common name (CN), which is no longer read: it must be among the subject alternative names.`;
  }
  if (host !== name && certificateCovers(certificate, host)) {
    return ` This one is for ${host}, the target of the SRV record.`;
  }
  if (hostname !== name && certificateCovers(certificate, hostname)) {
    return ` This one is for ${hostname}, the server name.`;
  }
  const standIn = STAND_INS.find(([pattern]) =>
    pattern.test(`${certificate.subject} ${certificate.dnsNames.join(' ')}`),
  );
  return standIn === undefined
    ? ''
    : ` This one is the stand-in of ${standIn[1]}, which has no certificate for that name.`;
};

const STAND_INS: readonly (readonly [RegExp, string])[] = [
  [/traefik\.default/i, 'Traefik'],
  [/Kubernetes Ingress Controller Fake Certificate|ingress\.local/i, 'the Kubernetes ingress'],
];

const commandFor = (name: string): string =>
  isIP(name) === 0
    ? `certbot certonly -d ${name}, then use /etc/letsencrypt/live/${name}/fullchain.pem`
    : `it needs ${name} as an IP address among its subject alternative names, which few authorities issue; a host name as server name, or in m.server, is easier`;
