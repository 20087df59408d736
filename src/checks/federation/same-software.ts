import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { versionBarrier } from '../readings/barriers.js';
import { readVersionAnswer } from '../readings/version-reading.js';
import { fail, notApplicable, pass } from '../verdict.js';
import { whereEndpoints } from '../verdicts/where-endpoints.js';
import { placeOf } from '../words/place.js';

export const sameSoftware = {
  id: 'federation/same-software',
  title: 'Every address answers with the same software and version',
  failureTitle: 'The addresses answer with different software: {found}',
  level: 'advice',
  severity: 'notice',
  affects: 'servers',
  spec: links.federationVersion,
  why: 'During an update of several machines that is normal. If it stays, an address leads to an old or foreign server.',
  fix: 'See which machine is behind each address, and update or remove the odd one: curl -s --resolve {name}:{port}:<address> https://{name}:{port}/_matrix/federation/v1/version.',
  evaluate: whereEndpoints(versionBarrier, (endpoints, _federation, facts) => {
    const found = endpoints.map((endpoint) => ({ endpoint, words: softwareWords(readVersionAnswer(endpoint, facts)) }));
    const [first] = found;
    if (first === undefined || found.length < 2) return [notApplicable('only one address answers')];
    const evidence = found.map(({ endpoint, words }) => ({ label: placeOf(endpoint), value: words }));
    if (found.every(({ words }) => words === first.words)) return [pass(null, evidence)];
    const { certificateName, port } = first.endpoint.destination;
    return [
      fail({
        values: { found: listWords(found.map(({ words }) => words)), name: certificateName, port: `${port}` },
        evidence,
      }),
    ];
  }),
} as const satisfies Check;

const softwareWords = (reading: ReturnType<typeof readVersionAnswer>): string =>
  reading.kind === 'version' ? `${reading.name ?? 'no name'} ${reading.version ?? 'without version'}` : 'no version';
