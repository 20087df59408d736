import type { Failure } from '../../facts/failure.js';
import { failureWords } from '../../facts/words/failure-words.js';
import type { Check } from '../check.js';
import { connectionBarrier, handshakeFailure, sessionBarrier } from '../readings/barriers.js';
import { isBlameless } from '../readings/blameless.js';
import { notTested } from '../verdict.js';
import { placeOf } from '../words/place.js';
import { sharedVerdict } from './shared-verdict.js';
import { barrierWords, whereEndpoints } from './where-endpoints.js';

/**
 * A check of one way in which the TLS handshake fails. Where it fails in another way everywhere, that is another check's finding and this one
 * is not-tested. Fills `{host}`, `{port}`, `{name}` (what the certificate is needed for), `{problem}` and `{where}`.
 */
export const handshakeVerdicts = (isFault: (failure: Failure) => boolean): Check['evaluate'] =>
  whereEndpoints(connectionBarrier, (endpoints, _federation, facts) => {
    const verdict = sharedVerdict(endpoints, placeOf, (endpoint) => {
      const failure = handshakeFailure(endpoint);
      if (failure === null || isBlameless(failure, facts) || !isFault(failure)) return null;
      const { host, port, certificateName } = endpoint.destination;
      const problem = failureWords(failure);
      return {
        values: { host, port: `${port}`, name: certificateName, problem },
        seen: problem,
        at: endpoint.version,
      };
    });
    if (verdict.outcome === 'fail' || endpoints.some((endpoint) => handshakeFailure(endpoint) === null)) {
      return [verdict];
    }
    return [
      notTested(
        barrierWords(
          endpoints,
          endpoints.map((endpoint) => sessionBarrier(endpoint, facts)),
        ),
      ),
    ];
  });
