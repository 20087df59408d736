import type { Facts } from '../../facts/facts.js';
import type { CorsFault } from '../../spec/cors.js';
import type { Check } from '../check.js';
import { notTested, type Verdict } from '../verdict.js';
import { versionsHops } from './cors-verdicts.js';
import { type ApiAsked, whereApi } from './where-api.js';

/**
 * Why a web client may not read the versions at the address where the other questions were asked; null where it may. Of that fault other checks
 * tell, and it is most likely in all answers.
 */
export const versionsFault = ({ api, homeserver }: ApiAsked): CorsFault | null => {
  const { address } = api.login.destination;
  const hop = versionsHops(homeserver.versions).find(({ look }) => look.destination.address === address);
  return hop?.reading.kind === 'blocked' ? hop.reading.fault : null;
};

/** Judges the answers of the homeserver where a web client may read those for its versions. */
export const whereWebClientsRead = (judge: (asked: ApiAsked, facts: Facts) => readonly Verdict[]): Check['evaluate'] =>
  whereApi((asked, facts) =>
    versionsFault(asked) === null
      ? judge(asked, facts)
      : [notTested('web clients may not read any answer of the homeserver, and that is to be mended first')],
  );
