import { useElapsed } from '../hooks/use-elapsed.js';
import { useProgress } from '../hooks/use-progress.js';
import type { ProgressStore } from '../store.js';
import { StatusLine } from './status-line.js';

/** The only thing that moves, and only while a run goes on. */
export const RunningLine = ({ store, words }: { readonly store: ProgressStore; readonly words: string }) => (
  <StatusLine progress={useProgress(store)} elapsedMs={useElapsed(true)} keys={words} />
);
