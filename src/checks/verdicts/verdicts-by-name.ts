import type { HttpLook } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import type { TlsSession } from '../../facts/tls.js';
import { failureWords } from '../../facts/words/failure-words.js';
import { listWords } from '../../facts/words/list-words.js';
import { type Certificate, readCertificate } from '../../spec/certificate.js';
import { groupBy } from '../readings/group-by.js';
import { type Evidence, fail, notTested, pass, type Values, type Verdict } from '../verdict.js';
import { certificateNamesInShort, certificateWords } from '../words/certificate-words.js';
import { placeOf } from '../words/place.js';

/** A certificate where it was seen. */
export interface ShownCertificate {
  readonly look: HttpLook;
  readonly session: TlsSession;
  readonly certificate: Certificate;
}

/**
 * One verdict for every name that a certificate must cover; more where servers of one name show different certificates with the fault.
 * `faultOf` gives the values that describe the fault, null where there is none; `{name}`, `{where}` and `{certificate}` are added.
 */
export const verdictsByName = (
  looks: readonly HttpLook[],
  faultOf: (shown: ShownCertificate) => Values | null,
): Verdict[] =>
  [...groupBy(looks, (look) => look.destination.certificateName)].flatMap(([name, ofName]) => {
    const shown = distinctPlaces(ofName.flatMap(shownCertificate));
    if (shown.length === 0) return [notTested(noSession(ofName))];
    const faulty = shown.flatMap((one) => {
      const values = faultOf(one);
      return values === null ? [] : [{ ...one, values }];
    });
    if (faulty.length === 0) return [pass(name, evidence(shown))];
    return [...groupBy(faulty, ({ certificate }) => certificate.fingerprint256).values()].map((group) =>
      fail({
        subject: name,
        values: {
          ...group[0]?.values,
          name,
          where: listWords(group.map(({ look }) => placeOf(look))),
          certificate: group[0] === undefined ? name : nameAndIssuer(group[0].certificate),
        },
        evidence: evidence(group),
        at: group[0]?.look ?? null,
      }),
    );
  });

/** null where there was no TLS session, or where the certificate cannot be read. */
export const certificateOf = ({ connection }: HttpLook): Certificate | null => {
  const [leaf] = seenValue(connection)?.chain ?? [];
  return leaf === undefined ? null : readCertificate(leaf);
};

const shownCertificate = (look: HttpLook): readonly ShownCertificate[] => {
  const session = seenValue(look.connection);
  const certificate = certificateOf(look);
  return session === undefined || certificate === null ? [] : [{ look, session, certificate }];
};

/** Two questions to one address over one connection show one certificate. */
const distinctPlaces = (shown: readonly ShownCertificate[]): readonly ShownCertificate[] => [
  ...new Map(shown.map((one) => [`${placeOf(one.look)} ${one.certificate.fingerprint256}`, one])).values(),
];

const evidence = (shown: readonly ShownCertificate[]): readonly Evidence[] =>
  shown.map(({ look, certificate }) => ({ label: placeOf(look), value: `shows ${certificateWords(certificate)}` }));

/** "no TLS session with 203.0.113.10:443 and [2001:db8::10]:443: connection refused" */
export const noSession = (looks: readonly HttpLook[]): string =>
  [...groupBy(looks, cause)]
    .map(([words, group]) => `no TLS session with ${listWords(group.map(placeOf))}${words}`)
    .join('; ');

const cause = ({ connection }: HttpLook): string => {
  if (connection.kind === 'failed') return `: ${failureWords(connection.failure)}`;
  return connection.kind === 'seen' ? ' whose certificate can be read' : '';
};

const nameAndIssuer = (certificate: Certificate): string =>
  certificate.selfSigned
    ? `the self-signed certificate of ${certificate.commonName ?? certificateNamesInShort(certificate)}`
    : `the certificate of ${certificate.commonName ?? certificateNamesInShort(certificate)} from ${certificate.issuerName}`;
