import type { StepId } from '../../facts/federation.js';
import { safeText } from '../../render/safe-text.js';
import { type Page, pad } from '../../render/text/page.js';
import type { WalkRow } from '../../render/text/walk-rows.js';
import { OUTCOME_TERMS, STEP_WORDS } from '../../render/vocabulary.js';
import { cut } from '../cut.js';
import type { Pen } from '../endpoint-words.js';
import { Line } from './line.js';

interface WalkProps {
  readonly rows: readonly WalkRow[];
  readonly current: StepId | null;
  readonly pen: Pen;
}

/** The steps of the specification, each with its answer; the one that is being looked at moves. */
export const Walk = ({ rows, current, pen: { page, spinner } }: WalkProps) => (
  <>
    {rows.map((row) => (
      <Line key={row.steps}>{`${mark(row.taken, page)} ${rowWords(row, page)}`}</Line>
    ))}
    {current === null ? null : (
      <Line key={current}>
        {`${spinner} ${rowWords({ steps: current, question: STEP_WORDS[current], because: '' }, page)}`}
      </Line>
    )}
  </>
);

const mark = (taken: boolean, page: Page): string => (taken ? page.symbol(OUTCOME_TERMS.pass) : ' ');

const rowWords = (
  { steps, question, because }: Pick<WalkRow, 'steps' | 'question' | 'because'>,
  page: Page,
): string => {
  const room = page.options.width - MARK_WIDTH;
  const answer = safeText(because);
  // Where there is little room, an answer says more than the question, unless it is only "no".
  const asks = question !== '' && (!page.narrow || answer.length < 4);
  const lead = `${pad(steps, STEPS_WIDTH)} ${asks ? `${pad(question, QUESTION_WIDTH)} ` : ''}`;
  return cut(`${lead}${cutAnswer(answer, room - lead.length)}`.trimEnd(), room);
};

/** Where it leads is what counts: "200 at 203.0.113.5, kept... -> matrix.example.com". */
const cutAnswer = (answer: string, room: number): string => {
  const arrow = answer.lastIndexOf(' -> ');
  const end = arrow === -1 ? '' : answer.slice(arrow);
  const beginning = answer.slice(0, answer.length - end.length);
  return room - end.length < MIN_BEGINNING ? cut(answer, room) : `${cut(beginning, room - end.length)}${end}`;
};

/** Dots alone will do. */
const MIN_BEGINNING = 3;
const MARK_WIDTH = 2;
const STEPS_WIDTH = 7;
const QUESTION_WIDTH = 26;
