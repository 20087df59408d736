import type { Failure } from '../../facts/failure.js';
import { listWords } from '../../facts/words/list-words.js';
import { groupBy } from '../readings/group-by.js';
import { connectionAdvice } from './connection-advice.js';

export interface FailedConnection {
  readonly failure: Failure;
  readonly host: string;
  readonly port: number;
}

/** What to do about all of these: the advice once for each kind of failure, with the first host, and which others it goes for. */
export const connectionsAdvice = (failed: readonly FailedConnection[]): string =>
  [...groupBy(failed, ({ failure: { layer, reason } }) => `${layer} ${reason}`).values()].map(groupAdvice).join(' ');

const groupAdvice = (group: readonly FailedConnection[]): string => {
  const [first] = group;
  if (first === undefined) return '';
  const others = group.map(placeWords).filter((words) => words !== placeWords(first));
  const advice = connectionAdvice(first.failure, first.host, first.port);
  return others.length === 0 ? advice : `${advice} The same goes for ${listWords(others)}.`;
};

const placeWords = ({ host, port }: FailedConnection): string => `${host} and port ${port}`;
