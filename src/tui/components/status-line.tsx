import type { Question } from '../../events.js';
import { safeText } from '../../render/safe-text.js';
import { cut } from '../cut.js';
import { placeWords } from '../endpoint-words.js';
import { useTerminalSize } from '../hooks/use-terminal-size.js';
import type { Progress } from '../progress.js';
import { Line } from './line.js';

interface StatusLineProps {
  readonly progress: Progress;
  readonly elapsedMs: number;
  /** What keys do; left out where there is no room. */
  readonly keys: string;
}

/** How long it has been going on, and what for. */
export const StatusLine = ({ progress, elapsedMs, keys }: StatusLineProps) => {
  const width = useTerminalSize().columns - 1;
  const lead = `${(elapsedMs / 1000).toFixed(1)} s  `;
  const hint = keys !== '' && width >= lead.length + keys.length + MIN_WORDS ? `  (${keys})` : '';
  return <Line>{`${lead}${awaitedWords(progress, width - lead.length - hint.length)}${hint}`}</Line>;
};

const MIN_WORDS = 40;

/** The oldest question, which is the one that takes long, and how many others there are. */
const awaitedWords = ({ awaited, answered, durationMs }: Progress, room: number): string => {
  const [oldest] = awaited;
  if (oldest === undefined) return cut(durationMs === null ? `${answered} answers so far` : 'done', room);
  const others = awaited.length === 1 ? '' : ` and ${awaited.length - 1} more`;
  return `${cut(`waiting for ${questionWords(oldest)}`, room - others.length)}${others}`;
};

const questionWords = (question: Question): string => {
  if (question.kind === 'lookup') return `DNS ${question.type} ${safeText(question.name, MAX_WORDS)}`;
  return `${placeWords(question.destination)}, ${safeText(question.url.replace(/^https:\/\/[^/]*/, ''), MAX_WORDS)}`;
};

const MAX_WORDS = 200;
