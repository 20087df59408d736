import type { Facts } from '../../facts/facts.js';
import { seenValue } from '../../facts/observation.js';
import type { Evidence } from '../verdict.js';
import { clientFileWords } from '../words/client-file-words.js';
import { type ClientFileProgress, clientFileProgress } from './client-file-progress.js';

/**
 * The usable client files in places where a client that follows the specification never looks: on the delegated host, on the host of the base
 * URL, on `matrix.` and `www.`, and at the port of the server name.
 */
export const clientFilesElsewhere = (facts: Facts): readonly ClientFileProgress[] => {
  const atPort = clientFileAtPort(facts);
  return [...clientFileCopies(facts), ...(atPort !== null && isUsable(atPort) ? [atPort] : [])];
};

/** The same without the one at the port of the name, which is on the same host. */
export const clientFileCopies = (facts: Facts): readonly ClientFileProgress[] => {
  const survey = seenValue(facts.survey);
  const delegated = survey === undefined ? undefined : seenValue(survey.delegatedClientFile);
  return [...(delegated === undefined ? [] : [delegated]), ...(survey?.clientFilesElsewhere ?? [])]
    .map((file) => clientFileProgress(file, facts))
    .filter(isUsable);
};

/** What clients get that keep the port of the server name; null where it has none, or was not looked at. */
export const clientFileAtPort = (facts: Facts): ClientFileProgress | null => {
  const client = seenValue(facts.client);
  const file = client === undefined ? undefined : seenValue(client.fileAtPort);
  return file === undefined ? null : clientFileProgress(file, facts);
};

/** A line of evidence for each place that has the file which the server name fails to give. */
export const elsewhereEvidence = (facts: Facts): readonly Evidence[] =>
  clientFilesElsewhere(facts).map(({ file, fetched }) => ({
    label: file.url,
    value: fetched === null ? 'a client file' : clientFileWords(fetched),
  }));

const isUsable = ({ fetched }: ClientFileProgress): boolean => fetched?.reading?.kind === 'usable';
