import { listWords } from '../../facts/words/list-words.js';
import type { Certificate } from '../../spec/certificate.js';

/** "example.com, www.example.com (Example CA, until 2027-01-12)": a certificate as evidence. */
export const certificateWords = (certificate: Certificate): string =>
  `${certificateNames(certificate)} (${certificate.issuerName}, until ${dayOf(certificate.validTo)})`;

/** Every name that counts: "example.com, www.example.com", or "no name at all". */
const certificateNames = (certificate: Certificate): string => {
  const names = [...certificate.dnsNames, ...certificate.ipAddresses];
  return names.length > 0 ? names.join(', ') : 'no name at all';
};

/** The same for a sentence: "example.com, www.example.com, chat.example.com and 14 more". */
export const certificateNamesInShort = ({ dnsNames, ipAddresses }: Certificate): string => {
  const names = [...dnsNames, ...ipAddresses];
  return names.length > 0 ? listWords(names, MOST_NAMES) : 'no name at all';
};

/** "2027-01-12" of an ISO 8601 time. */
export const dayOf = (iso: string): string => iso.slice(0, 10);

export const dayWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

const MOST_NAMES = 3;
