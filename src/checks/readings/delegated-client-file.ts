import type { Facts } from '../../facts/facts.js';
import { seenValue } from '../../facts/observation.js';
import type { Evidence } from '../verdict.js';
import { clientFileWords } from '../words/client-file-words.js';
import { type ClientFileProgress, clientFileProgress } from './client-file-progress.js';

/** The client file on the delegated host, where clients never look; null where that host is not another one, or was not looked at. */
export const delegatedClientFile = (facts: Facts): ClientFileProgress | null => {
  const file = seenValue(facts.survey)?.delegatedClientFile;
  const value = file === undefined ? undefined : seenValue(file);
  return value === undefined ? null : clientFileProgress(value, facts);
};

/** A line of evidence where the delegated host has the file that the server name fails to give. */
export const delegatedCopyEvidence = (facts: Facts): readonly Evidence[] => {
  const copy = delegatedClientFile(facts);
  return copy?.fetched?.reading?.kind === 'usable'
    ? [{ label: copy.file.url, value: clientFileWords(copy.fetched) }]
    : [];
};
