import type { Page } from '../../../render/text/page.js';
import { nameWords } from '../../../render/text/verdict.js';
import { OUTCOME_TERMS } from '../../../render/vocabulary.js';
import type { Report } from '../../../report/report.js';
import { Line } from '../../components/line.js';

interface HeaderProps {
  /** Safe to show. */
  readonly report: Report;
  /** 0, 1 or 4. */
  readonly rows: number;
  readonly page: Page;
}

/** The name and the verdict on both sides, in a line where there is no room for more. */
export const Header = ({ report, rows, page }: HeaderProps) => {
  if (rows === 0) return null;
  const sides = [
    ['Federation', report.federation],
    ['Clients', report.client],
  ] as const;
  const words = (outcome: Report['outcome']): string =>
    `${page.symbol(OUTCOME_TERMS[outcome])} ${page.paint(OUTCOME_TERMS[outcome].ink, OUTCOME_TERMS[outcome].word)}`;
  const name = page.heading(nameWords(report));
  if (rows === 1)
    return <Line>{`${name}  ${sides.map(([side, { outcome }]) => `${side} ${words(outcome)}`).join('  ')}`}</Line>;
  return (
    <>
      <Line>{name}</Line>
      {sides.map(([side, { outcome, summary }]) => (
        <Line key={side}>{`${side.padEnd(10)}  ${words(outcome)}: ${summary}`}</Line>
      ))}
      <Line> </Line>
    </>
  );
};
