import type { Facts } from '../../facts/facts.js';
import type { Report } from '../../report/report.js';

/** What went wrong within this tool while it looked or judged. The report stays as good as it can be, but the exit code must say it. */
export const defectsIn = (facts: Facts, report: Report): readonly string[] => [
  ...(['federation', 'client', 'support', 'survey'] as const).flatMap((part) => {
    const observation = facts[part];
    return observation.kind === 'failed' && observation.failure.reason === 'internal'
      ? [`${part}: ${observation.failure.message}`]
      : [];
  }),
  ...report.findings.flatMap(({ id, because }) =>
    because?.startsWith(INTERNAL) ? [`${id}: ${because.slice(INTERNAL.length)}`] : [],
  ),
];

const INTERNAL = 'internal error in this check: ';
