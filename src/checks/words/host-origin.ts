import type { Facts } from '../../facts/facts.js';
import type { FederationFacts } from '../../facts/federation.js';
import { SERVER_FILE_PATH } from '../../spec/constants.js';
import { usedSrv } from '../readings/used-srv.js';
import { hostnameOf } from './server-name-of.js';

/** Where the name of the host that servers connect to is written, so that it can be corrected: "the SRV record of _matrix-fed._tcp.example.com". */
export const hostOrigin = (federation: FederationFacts, facts: Facts): string => {
  const srv = usedSrv(federation);
  if (srv !== undefined) return `the SRV record of ${srv.owner}`;
  return federation.delegatedName === null
    ? 'the server name'
    : `m.server in https://${hostnameOf(facts)}${SERVER_FILE_PATH}`;
};
