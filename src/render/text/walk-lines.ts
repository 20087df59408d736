import type { FederationReport, SrvReport } from '../../report/report.js';
import { columns, type Page, pad } from './page.js';
import { type WalkRow, walkRows } from './walk-rows.js';

/** The walk as a list by the numbers of the specification, and the SRV records that were seen. */
export const walkLines = (
  federation: Pick<FederationReport, 'step' | 'walk' | 'srv'>,
  page: Page,
): readonly string[] =>
  federation.walk.length === 0
    ? []
    : [
        page.heading('How other servers get there'),
        ...walkRows(federation.walk, page.options.verbose).flatMap((row) => rowLines(row, federation.step, page)),
        ...srvLines(federation.srv, page),
      ];

const rowLines = (
  { steps, question, because, first }: WalkRow,
  deciding: FederationReport['step'],
  page: Page,
): readonly string[] => {
  const number = first === deciding ? page.paint('bold', pad(steps, 7)) : pad(steps, 7);
  if (question === '') return page.hang(`  ${number}  `, because);
  if (!page.narrow) return page.hang(`  ${number}  ${pad(question, 26)}  `, because);
  const beside = page.hang(`  ${number}  `, `${question}  ${because}`);
  if (beside.length === 1) return beside;
  return [...page.hang(`  ${number}  `, question), ...page.hang(' '.repeat(11), because)];
};

const srvLines = (srv: readonly SrvReport[], page: Page): readonly string[] => {
  if (srv.length === 0) return [];
  const cells = srv.map(({ owner, priority, weight, port, target, used }) => [
    owner,
    `${priority} ${weight} ${port} ${target}`,
    used ? 'used' : 'not used',
  ]);
  const table = columns(cells).map((line) => `  ${line}`);
  const fits = table.every((line) => line.length <= page.options.width);
  return [
    '',
    page.heading('SRV records'),
    ...(fits ? table : cells.flatMap(([owner = '', ...rest]) => [`  ${owner}`, ...page.hang('    ', rest.join(', '))])),
  ];
};
