/** Info codes of the IANA registry "Extended DNS Error Codes" (RFC 8914). */
const PURPOSES: readonly string[] = [
  'Other Error',
  'Unsupported DNSKEY Algorithm',
  'Unsupported DS Digest Type',
  'Stale Answer',
  'Forged Answer',
  'DNSSEC Indeterminate',
  'DNSSEC Bogus',
  'Signature Expired',
  'Signature Not Yet Valid',
  'DNSKEY Missing',
  'RRSIGs Missing',
  'No Zone Key Bit Set',
  'NSEC Missing',
  'Cached Error',
  'Not Ready',
  'Blocked',
  'Censored',
  'Filtered',
  'Prohibited',
  'Stale NXDOMAIN Answer',
  'Not Authoritative',
  'Not Supported',
  'No Reachable Authority',
  'Network Error',
  'Invalid Data',
  'Signature Expired before Valid',
  'Too Early',
  'Unsupported NSEC3 Iterations Value',
  'Unable to conform to policy',
  'Synthesized',
  'Invalid Query Type',
];

/** `extended error 22, No Reachable Authority: at delegation example.com` */
export const extendedDnsError = (code: number, text: string): string => {
  const purpose = PURPOSES[code];
  const extra = text.replace(/(?<!\0)\0+$/, '');
  return `extended error ${code}${purpose === undefined ? '' : `, ${purpose}`}${extra === '' ? '' : `: ${extra}`}`;
};
