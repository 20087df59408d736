import type { Report } from './report.js';

/** A whole report in a phrase: the worst that is wrong and how much there is besides, or else what its summary says. */
export const headline = ({ outcome, federation, client, findings }: HeadlineReport): string => {
  const serious = findings.filter(
    (finding) => finding.outcome === 'fail' && (finding.severity === 'error' || finding.severity === 'warning'),
  );
  const [worst] = serious;
  if (worst === undefined || outcome === 'pass' || outcome === 'unknown')
    return client.outcome === outcome && federation.outcome !== outcome ? client.summary : federation.summary;
  const { title, subject } = worst;
  const more = serious.length - 1;
  return `${subject === null || title.includes(subject) ? title : `${title} (${subject})`}${more > 0 ? ` (and ${more} more)` : ''}`;
};

type HeadlineReport = Pick<Report, 'outcome' | 'findings'> & {
  readonly [Side in 'federation' | 'client']: Pick<Report[Side], 'outcome' | 'summary'>;
};
