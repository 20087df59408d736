import { certificateFaults } from '../../facts/certificate-state.js';
import type { Facts } from '../../facts/facts.js';
import type { FileFetch } from '../../facts/http.js';
import { certificateFaultWords } from '../../facts/words/certificate-fault-words.js';
import { failureWords } from '../../facts/words/failure-words.js';
import { redirectFaultWords } from '../../facts/words/redirect-fault-words.js';
import { finalResponse } from './final-response.js';

/** What is wrong with a fetch, in a few words; null where it is a whole answer of 200 or 404 over TLS as it should be. */
export const fetchProblem = (fetch: FileFetch, facts: Facts): string | null => {
  if (fetch.end.kind === 'failed') return failureWords(fetch.end.failure);
  if (fetch.end.kind === 'redirect-error') return redirectFaultWords(fetch.end.fault, fetch.end.location);
  for (const hop of fetch.hops) {
    const [fault] = certificateFaults(hop, facts.observedAt);
    if (fault !== undefined) return certificateFaultWords(fault, hop.destination.certificateName);
  }
  const response = finalResponse(fetch);
  if (response === undefined) return 'no answer';
  if (response.status !== 200) return response.status === 404 ? null : `status ${response.status}`;
  return response.body.kind === 'failed' ? failureWords(response.body.failure) : null;
};
