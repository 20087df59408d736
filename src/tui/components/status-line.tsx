import type { Question } from '../../events.js';
import { safeText } from '../../render/safe-text.js';
import type { Progress } from '../progress.js';
import { Line } from './line.js';

/** How long it has been going on, and what for. */
export const StatusLine = ({
  progress,
  elapsedMs,
  keys,
}: {
  readonly progress: Progress;
  readonly elapsedMs: number;
  readonly keys: string;
}) => <Line>{`${(elapsedMs / 1000).toFixed(1)} s, ${awaitedWords(progress)}${keys === '' ? '' : ` (${keys})`}`}</Line>;

const awaitedWords = ({ awaited, answered }: Progress): string => {
  const [oldest] = awaited;
  if (oldest === undefined) return `${answered} answers`;
  const others = awaited.length - 1;
  return `waiting for ${questionWords(oldest)}${others === 0 ? '' : ` and ${others} more`}`;
};

const questionWords = (question: Question): string =>
  question.kind === 'lookup'
    ? `DNS ${question.type} ${safeText(question.name, 100)}`
    : `${safeText(question.url, 120)} at ${question.destination.address}`;
