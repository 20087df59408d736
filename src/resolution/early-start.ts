import type { SrvService } from '../facts/federation.js';
import type { Net } from '../net/net.js';
import { MAX_SRV_TARGETS } from '../spec/constants.js';
import type { ServerName } from '../spec/server-name.js';
import { addressesOf } from './addresses.js';
import { srvOwner, srvRecords } from './srv.js';

const SERVICES: readonly SrvService[] = ['matrix-fed', 'matrix'];

/**
 * Asks at once what the steps 3.3 to 3.5 or 4 to 6 would ask of a name one after the other: both services, the addresses of their targets,
 * and the name's own addresses. The port remembers the answers, so the walk that follows finds them there. Nobody waits for this.
 */
export const startEarly = (net: Net, name: ServerName): void => {
  const questions = [
    addressesOf(net, name.hostname, 8448),
    ...SERVICES.map(async (service) => {
      const lookup = await net.lookup(srvOwner(service, name), 'SRV');
      const targets = srvRecords(lookup)
        .filter(({ target }) => target !== '.')
        .slice(0, MAX_SRV_TARGETS);
      await Promise.all(targets.map(({ target, port }) => addressesOf(net, target, port)));
    }),
  ];
  // A defect shows where the walk asks the same question; here it must not end the process.
  for (const question of questions) question.catch(() => undefined);
};
