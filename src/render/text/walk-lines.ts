import type { WalkStep } from '../../facts/federation.js';
import type { FederationReport, SrvReport } from '../../report/report.js';
import { STEP_WORDS } from '../vocabulary.js';
import { columns, type Page, pad } from './page.js';

/** The walk as a list by the numbers of the specification, and the SRV records that were seen. */
export const walkLines = (
  federation: Pick<FederationReport, 'step' | 'walk' | 'srv'>,
  page: Page,
): readonly string[] =>
  federation.walk.length === 0
    ? []
    : [
        page.heading('How other servers get there'),
        ...rows(federation, page).flatMap((row) => rowLines(row, page)),
        ...srvLines(federation.srv, page),
      ];

interface Row {
  readonly steps: string;
  readonly question: string;
  readonly because: string;
  readonly decided: boolean;
}

/** Steps that were passed over for one reason share a line, unless every step was asked for. */
const rows = ({ walk, step }: Pick<FederationReport, 'step' | 'walk'>, page: Page): readonly Row[] => {
  const found: Row[] = [];
  let run: WalkStep[] = [];
  const flush = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return;
    const one = first === last;
    found.push({
      steps: one ? first.step : `${first.step}-${last.step}`,
      question: one ? STEP_WORDS[first.step] : '',
      because: first.because,
      decided: first.step === step,
    });
    run = [];
  };
  for (const next of walk) {
    const joins = !page.options.verbose && !next.taken && run.at(-1)?.because === next.because && isSkipped(next);
    if (!joins) flush();
    run.push(next);
  }
  flush();
  return found;
};

/** Several steps can say "no", each of its own question. */
const isSkipped = ({ because }: WalkStep): boolean => because !== 'no';

const rowLines = ({ steps, question, because, decided }: Row, page: Page): readonly string[] => {
  const number = decided ? page.paint('bold', pad(steps, 7)) : pad(steps, 7);
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
