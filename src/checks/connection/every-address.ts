import type { EndpointFacts } from '../../facts/federation.js';
import { failureWords } from '../../facts/words/failure-words.js';
import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import { hostAndPort } from '../../spec/server-name.js';
import type { Check } from '../check.js';
import { isBlameless } from '../readings/blameless.js';
import { groupBy } from '../readings/group-by.js';
import { fail, notTested, pass, type Verdict } from '../verdict.js';
import { whereAnyEndpoint } from '../verdicts/where-endpoints.js';
import { connectionFailure } from '../words/connection-failure.js';
import { connectionsAdvice } from '../words/connections-advice.js';
import { placeOf } from '../words/place.js';

export const everyAddress = {
  id: 'connection/every-address',
  title: 'Every address of the homeserver takes connections',
  failureTitle: '{target} cannot be reached at {where}: {problem}',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.resolution,
  why: 'Other addresses work. But homeservers differ in which one they take and in whether they try another: for some this server is slow, for some it is down.',
  fix: '{advice} If the address is no longer in use, remove its record from DNS.',
  evaluate: whereAnyEndpoint((endpoints, _federation, facts) => {
    const dead = endpoints.flatMap((endpoint) => {
      const failure = connectionFailure(endpoint);
      return failure === null ? [] : [{ endpoint, place: placeOf(endpoint), failure }];
    });
    const blamed = dead.filter(({ failure }) => !isBlameless(failure, facts));
    const unknown = dead.filter(({ failure }) => isBlameless(failure, facts));
    const verdicts: Verdict[] = unknown.map(({ place, failure }) => notTested(`${place}: ${failureWords(failure)}`));
    const [first] = blamed;
    if (first !== undefined && dead.length === endpoints.length) {
      return [notTested('no address of the homeserver can be reached')];
    }
    if (first === undefined) return verdicts.length > 0 ? verdicts : [pass()];
    return [
      fail({
        values: {
          target: targetOf(first.endpoint),
          where: whereWords(blamed),
          problem: listWords(blamed.map(({ failure }) => failureWords(failure))),
          advice: connectionsAdvice(blamed.map(({ failure, endpoint }) => ({ failure, ...endpoint.destination }))),
        },
        evidence: blamed.map(({ endpoint, place, failure }) => ({
          label: place,
          value: `${failureWords(failure)}${rankWords(endpoint)}`,
        })),
      }),
      ...verdicts,
    ];
  }),
} as const satisfies Check;

/** Behind the first target: "203.0.113.22:8450, nor a.example.com:8449 at 203.0.113.21:8449". */
const whereWords = (blamed: readonly { readonly endpoint: EndpointFacts; readonly place: string }[]): string =>
  [...groupBy(blamed, ({ endpoint }) => targetOf(endpoint))]
    .map(
      ([target, group], index) => `${index === 0 ? '' : `${target} at `}${listWords(group.map(({ place }) => place))}`,
    )
    .join(', nor ');

const targetOf = ({ destination: { host, port } }: EndpointFacts): string => hostAndPort(host, port);

const rankWords = ({ destination: { host, priority } }: EndpointFacts): string =>
  priority === null ? '' : ` (${host}, priority ${priority})`;
