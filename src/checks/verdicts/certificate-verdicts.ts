import { certificateFaults } from '../../facts/certificate-state.js';
import type { Facts } from '../../facts/facts.js';
import type { HttpLook } from '../../facts/http.js';
import { listWords } from '../../facts/words/list-words.js';
import { builtInCertificate } from '../../spec/built-in-certificate.js';
import { type Certificate, daysLeft, readCertificate } from '../../spec/certificate.js';
import { groupBy } from '../readings/group-by.js';
import { notTested, type Values, type Verdict } from '../verdict.js';
import { builtInWords, distrustOfBuiltIn } from '../words/built-in-certificate-words.js';
import { certificateNamesInShort, dayOf, dayWords } from '../words/certificate-words.js';
import { placeOf } from '../words/place.js';
import { certificateOf, type ShownCertificate, verdictsByName } from './verdicts-by-name.js';

/**
 * Fewer days left mean that the renewal does not work, since a certificate is renewed well before: those for 90 days when a third of their time
 * is left. There are some for six days, which are fine in their last week.
 */
const warningDays = ({ validFrom, validTo }: Certificate): number =>
  Math.min(14, (Date.parse(validTo) - Date.parse(validFrom)) / 86_400_000 / 4);

/**
 * Each builder gives one verdict for every required name, and more where servers of that name show different certificates with the fault.
 * Every failure fills `{name}` (the required name), `{where}` (addresses with ports) and `{certificate}` ("the certificate of
 * matrix.example.com from Example CA").
 * This one adds `{shown}` (the names in the certificate, three at most), and what `more` makes of the first look with the fault.
 */
export const certificateNameVerdicts = (
  looks: readonly HttpLook[],
  facts: Facts,
  more: (look: HttpLook, certificate: Certificate) => Values = () => ({}),
): Verdict[] =>
  verdictsByName(looks, ({ look, certificate }) =>
    isMisnamed(look, facts)
      ? { shown: `${certificateNamesInShort(certificate)}${builtInWords(certificate)}`, ...more(look, certificate) }
      : null,
  );

/**
 * Adds `{reason}`: why the chain is not trusted. A missing intermediate is left to `certificateChainCompleteVerdicts`, and what a proxy shows where
 * it has no certificate for a name to `certificateNameVerdicts`.
 */
export const certificateTrustVerdicts = (looks: readonly HttpLook[], facts: Facts): Verdict[] => {
  const isMisnamedDefault = (look: HttpLook): boolean => {
    const shown = certificateOf(look);
    return shown !== null && builtInCertificate(shown)?.kind === 'default' && isMisnamed(look, facts);
  };
  const defaults = [...groupBy(looks.filter(isMisnamedDefault), ({ destination }) => destination.certificateName)];
  return [
    ...verdictsByName(
      looks.filter((look) => !isMisnamedDefault(look)),
      (shown) =>
        shown.session.trust.verdict === 'trusted' || intermediateMissing(shown) ? null : { reason: distrust(shown) },
    ),
    ...defaults.map(([name, ofName]) =>
      notTested(`there is no certificate for ${name} at ${listWords(ofName.map(placeOf))}, only a default one`),
    ),
  ];
};

const isMisnamed = (look: HttpLook, facts: Facts): boolean =>
  certificateFaults(look, facts.observedAt).includes('name');

/** Adds `{issuer}`: who issued the certificate, and whose own certificate was not sent. */
export const certificateChainCompleteVerdicts = (looks: readonly HttpLook[], _facts: Facts): Verdict[] =>
  verdictsByName(looks, (shown) => (intermediateMissing(shown) ? { issuer: shown.certificate.issuerName } : null));

/** Adds `{problem}`: "expired on 2026-01-12, 3 days ago" or "is not valid before 2026-02-01". */
export const certificateDatesVerdicts = (looks: readonly HttpLook[], facts: Facts): Verdict[] =>
  verdictsByName(looks, ({ look, certificate }) => {
    const faults = certificateFaults(look, facts.observedAt);
    if (faults.includes('expired')) return { problem: expiredWords(certificate, facts) };
    if (faults.includes('not-yet-valid')) return { problem: `is not valid before ${dayOf(certificate.validFrom)}` };
    return null;
  });

/** Adds `{date}` and `{days}` ("1 day", "13 days"). An expired certificate is left to `certificateDatesVerdicts`. */
export const certificateExpiryVerdicts = (looks: readonly HttpLook[], facts: Facts): Verdict[] =>
  verdictsByName(looks, ({ look, certificate }) => {
    if (certificateFaults(look, facts.observedAt).includes('expired')) return null;
    const days = daysLeft(certificate, new Date(facts.observedAt));
    return days < warningDays(certificate) ? { date: dayOf(certificate.validTo), days: dayWords(days) } : null;
  });

/** Whoever issued the leaf is neither sent nor known: browsers may fetch that certificate by themselves, homeservers do not. */
const intermediateMissing = ({ session, certificate }: ShownCertificate): boolean =>
  session.trust.verdict === 'incomplete' &&
  !session.chain.slice(1).some((der) => readCertificate(der)?.subject === certificate.issuer);

const distrust = ({ session, certificate }: ShownCertificate): string => {
  const last = readCertificate(session.chain.at(-1) ?? '') ?? certificate;
  const builtIn = distrustOfBuiltIn(certificate);
  if (builtIn !== null) return builtIn;
  switch (session.trust.verdict) {
    case 'self-signed':
      return 'it is self-signed';
    case 'self-signed-root':
      return `its chain ends at ${last.commonName ?? last.subject}, a root that is not in the trust store`;
    case 'incomplete':
      return `its chain ends at ${last.issuerName}, which is not in the trust store`;
    default:
      return `its chain is not valid (${session.trust.openssl ?? 'OpenSSL gives no reason'})`;
  }
};

const expiredWords = (certificate: Certificate, facts: Facts): string => {
  const days = -daysLeft(certificate, new Date(facts.observedAt)) - 1;
  return `expired on ${dayOf(certificate.validTo)}, ${days < 1 ? 'less than a day' : dayWords(days)} ago`;
};
