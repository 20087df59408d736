import { failureWords } from '../../facts/words/failure-words.js';
import { listWords } from '../../facts/words/list-words.js';
import { links } from '../../spec/links.js';
import { hostAndPort } from '../../spec/server-name.js';
import type { Check } from '../check.js';
import { homeserverAddresses, isGlobal } from '../readings/address-groups.js';
import { isBlameless } from '../readings/blameless.js';
import { groupBy } from '../readings/group-by.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereAnyEndpoint } from '../verdicts/where-endpoints.js';
import { byPlaceWords } from '../words/by-place-words.js';
import { connectionFailure } from '../words/connection-failure.js';
import { connectionsAdvice } from '../words/connections-advice.js';
import { detourWords } from '../words/detour-words.js';
import { placeOf } from '../words/place.js';

export const reachable = {
  id: 'connection/reachable',
  title: 'The homeserver takes connections',
  failureTitle: 'No server can connect to {targets}: {problem}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: links.resolution,
  why: 'This is where other servers go to reach this one, and nothing takes the connection. No message gets in, no room can be joined from outside.',
  fix: '{detour}{advice}',
  usualFix:
    'Let the homeserver, or the proxy in front of it, listen on that port at every address that DNS has for the host, and open the port in the firewall. Where it listens on another one, name that in /.well-known/matrix/server.',
  evaluate: whereAnyEndpoint((endpoints, federation, facts) => {
    const failures = endpoints.flatMap((endpoint) => {
      const failure = connectionFailure(endpoint);
      return failure === null ? [] : [{ endpoint, place: placeOf(endpoint), words: failureWords(failure), failure }];
    });
    if (failures.length < endpoints.length) return [pass()];
    const blamed = failures.filter(({ failure }) => !isBlameless(failure, facts));
    if (blamed.length === 0) {
      return [notTested(byPlaceWords(failures))];
    }
    const { addresses } = homeserverAddresses(federation);
    if (!facts.setting.allowPrivate && addresses.length > 0 && !addresses.some(isGlobal)) {
      return [notTested(`${listWords(addresses)}: no address of the public Internet`)];
    }
    return [
      fail({
        values: {
          targets: listWords(endpoints.map(({ destination }) => hostAndPort(destination.host, destination.port))),
          problem: [...groupBy(blamed, ({ words }) => words).keys()].join('; '),
          detour: detourWords(federation, facts),
          advice: connectionsAdvice(blamed.map(({ failure, endpoint }) => ({ failure, ...endpoint.destination }))),
        },
        evidence: failures.map(({ place, words }) => ({ label: place, value: words })),
      }),
    ];
  }),
} as const satisfies Check;
