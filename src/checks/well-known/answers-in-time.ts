import { failureWords } from '../../facts/words/failure-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverFileVerdicts } from '../verdicts/server-file-verdicts.js';
import { fetchFailure } from '../verdicts/where-server-file.js';

export const answersInTime = {
  id: 'well-known/answers-in-time',
  title: 'The request for the well-known file is answered or refused in time',
  failureTitle: '{url} cannot be fetched in time: {problem}',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.resolution,
  why: 'Servers ask for this file before anything else and wait for it, Synapse up to 60 s, Dendrite 30 s, some without end. Only then do they try SRV records and port 8448 of {host}, and by then many requests have been given up.',
  fix: 'Let {host} answer on TCP port 443. If you do not delegate by this file, refuse instead of dropping: in the firewall use REJECT (nft: "tcp dport 443 reject with tcp reset"), not DROP. If the connection is taken but nothing comes, look at the web server behind it.',
  evaluate: serverFileVerdicts('unreachable', (fetched) => {
    const failure = fetchFailure(fetched);
    if (failure?.reason !== 'timeout') return null;
    return { values: { problem: failureWords(failure) }, seen: failureWords(failure) };
  }),
} as const satisfies Check;
