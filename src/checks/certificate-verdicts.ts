import { certificateFaults } from '../facts/certificate-state.js';
import type { Facts } from '../facts/facts.js';
import type { HttpLook } from '../facts/http.js';
import { type Observation, seenValue } from '../facts/observation.js';
import type { TlsSession } from '../facts/tls.js';
import { type Certificate, daysLeft, readCertificate } from '../spec/certificate.js';
import { hostAndPort } from '../spec/server-name.js';
import { failureWords } from './failure-words.js';
import { listWords } from './list-words.js';
import { type Evidence, fail, notTested, pass, type Values, type Verdict } from './verdict.js';

/** A certificate is renewed well before this; fewer days left mean that the renewal does not work. */
export const EXPIRY_WARNING_DAYS = 14;

/**
 * Each builder gives one verdict for every required name, and one more where servers of that name show different certificates with the fault.
 * Every failure fills `{name}` (the required name), `{where}` (addresses with ports) and `{certificate}` ("matrix.example.com (Example CA)").
 * `more` adds values to those, from the first look that shows the fault.
 */
export const certificateNameVerdicts = (
  looks: readonly HttpLook[],
  facts: Facts,
  more: (look: HttpLook, certificate: Certificate) => Values = () => ({}),
): Verdict[] =>
  verdictsByName(looks, (seen) =>
    certificateFaults(seen.look, facts.observedAt).includes('name')
      ? { shown: namesOf(seen.certificate), ...more(seen.look, seen.certificate) }
      : null,
  );

/** Adds `{reason}`: why the chain is not trusted. An incomplete chain is left to `certificateChainCompleteVerdicts`. */
export const certificateTrustVerdicts = (looks: readonly HttpLook[], _facts: Facts): Verdict[] =>
  verdictsByName(looks, (seen) =>
    seen.session.trust.verdict === 'trusted' || intermediateMissing(seen) ? null : { reason: distrust(seen) },
  );

/** Adds `{issuer}`: who issued the certificate whose issuer was not sent. */
export const certificateChainCompleteVerdicts = (looks: readonly HttpLook[], _facts: Facts): Verdict[] =>
  verdictsByName(looks, (seen) => (intermediateMissing(seen) ? { issuer: seen.certificate.issuerName } : null));

/** Adds `{problem}`: "expired on 2026-01-12, 3 days ago" or "is not valid before 2026-02-01". */
export const certificateDatesVerdicts = (looks: readonly HttpLook[], facts: Facts): Verdict[] =>
  verdictsByName(looks, (seen) => {
    const faults = certificateFaults(seen.look, facts.observedAt);
    if (faults.includes('expired')) return { problem: expiredWords(seen.certificate, facts) };
    if (faults.includes('not-yet-valid')) return { problem: `is not valid before ${day(seen.certificate.validFrom)}` };
    return null;
  });

/** Adds `{date}` and `{days}` ("1 day", "13 days"). An expired certificate is left to `certificateDatesVerdicts`. */
export const certificateExpiryVerdicts = (looks: readonly HttpLook[], facts: Facts): Verdict[] =>
  verdictsByName(looks, (seen) => {
    if (certificateFaults(seen.look, facts.observedAt).includes('expired')) return null;
    const days = daysLeft(seen.certificate, new Date(facts.observedAt));
    return days < EXPIRY_WARNING_DAYS ? { date: day(seen.certificate.validTo), days: dayWords(days) } : null;
  });

/** "example.com, www.example.com (Example CA, until 2027-01-12)": a certificate as evidence. */
export const certificateWords = (certificate: Certificate): string =>
  `${namesOf(certificate)} (${certificate.issuerName}, until ${day(certificate.validTo)})`;

interface Seen {
  readonly look: HttpLook;
  readonly session: TlsSession;
  readonly certificate: Certificate;
}

/** `faultOf` gives the values that describe the fault, null where there is none. */
const verdictsByName = (looks: readonly HttpLook[], faultOf: (seen: Seen) => Values | null): Verdict[] =>
  [...groupBy(looks, (look) => look.destination.certificateName)].flatMap(([name, ofName]) => {
    const sessions = distinctPlaces(ofName.flatMap(readSession));
    if (sessions.length === 0) return [notTested(noSession(ofName))];
    const faulty = sessions.flatMap((seen) => {
      const values = faultOf(seen);
      return values === null ? [] : [{ seen, values }];
    });
    if (faulty.length === 0) return [pass(name, evidence(sessions))];
    return [...groupBy(faulty, ({ seen }) => seen.certificate.fingerprint256).values()].map((group) =>
      fail({
        subject: name,
        values: {
          ...group[0]?.values,
          name,
          where: listWords(group.map(({ seen }) => place(seen.look))),
          certificate: group[0] === undefined ? name : certificateName(group[0].seen.certificate),
        },
        evidence: evidence(group.map(({ seen }) => seen)),
      }),
    );
  });

const readSession = (look: HttpLook): readonly Seen[] => {
  const session = seenValue(look.connection);
  const certificate = session?.chain[0] === undefined ? null : readCertificate(session.chain[0]);
  return session === undefined || certificate === null ? [] : [{ look, session, certificate }];
};

/** Two questions to one address over one connection show one certificate. */
const distinctPlaces = (sessions: readonly Seen[]): readonly Seen[] => [
  ...new Map(sessions.map((seen) => [`${place(seen.look)} ${seen.certificate.fingerprint256}`, seen])).values(),
];

const place = (look: HttpLook): string => hostAndPort(look.destination.address, look.destination.port);

const evidence = (sessions: readonly Seen[]): readonly Evidence[] =>
  sessions.map((seen) => ({ label: place(seen.look), value: `shows ${certificateWords(seen.certificate)}` }));

const noSession = (looks: readonly HttpLook[]): string =>
  `no TLS session with ${listWords(looks.map((look) => `${place(look)}${cause(look.connection)}`))}`;

const cause = (connection: Observation<TlsSession>): string => {
  if (connection.kind === 'failed') return ` (${failureWords(connection.failure)})`;
  return connection.kind === 'seen' ? ' (its certificate cannot be read)' : '';
};

/** Whoever issued the leaf is neither sent nor known: browsers may fetch that certificate by themselves, homeservers do not. */
const intermediateMissing = ({ session, certificate }: Seen): boolean =>
  session.trust.verdict === 'incomplete' &&
  !session.chain.slice(1).some((der) => readCertificate(der)?.subject === certificate.issuer);

const distrust = ({ session, certificate }: Seen): string => {
  const last = readCertificate(session.chain.at(-1) ?? '') ?? certificate;
  switch (session.trust.verdict) {
    case 'self-signed':
      return 'it is self-signed';
    case 'self-signed-root':
      return `its chain ends at ${last.commonName ?? last.subject}, a root that is not in the trust store`;
    case 'incomplete':
      return `its chain ends at ${last.issuerName}, which is not in the trust store`;
    default:
      return `the chain is not valid (${session.trust.openssl ?? 'OpenSSL gives no reason'})`;
  }
};

const certificateName = (certificate: Certificate): string =>
  `${certificate.commonName ?? namesOf(certificate)} (${certificate.issuerName})`;

const namesOf = (certificate: Certificate): string => {
  const names = [...certificate.dnsNames, ...certificate.ipAddresses];
  return names.length > 0 ? names.join(', ') : 'no name at all';
};

const expiredWords = (certificate: Certificate, facts: Facts): string => {
  const days = -daysLeft(certificate, new Date(facts.observedAt)) - 1;
  return `expired on ${day(certificate.validTo)}, ${days < 1 ? 'today' : `${dayWords(days)} ago`}`;
};

const day = (iso: string): string => iso.slice(0, 10);

const dayWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

/** Map.groupBy came with Node 21. */
const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};
