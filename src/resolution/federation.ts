import type { Net } from '../net/net.js';
import { DEFAULT_PORT } from '../spec/constants.js';
import { isIpLiteral, type ServerName } from '../spec/server-name.js';
import { startEarly } from './early-start.js';
import { isFound } from './srv.js';
import { notFoundWords } from './srv-words.js';
import { type FederationWalk, startWalk, type WalkOptions } from './walk.js';

/**
 * Walks the steps of "Resolving server names" (Server-Server specification v1.19), one after the other as they stand there. Everything up to
 * the destinations is asked here; what the destinations answer has no influence on the walk.
 */
export const walkFederation = async (name: ServerName, net: Net, options: WalkOptions): Promise<FederationWalk> => {
  const walk = startWalk(net, options);
  const { trace } = walk;

  // 1. The hostname is an IP literal: use that address, with the given port or 8448.
  if (isIpLiteral(name)) return walk.endAtHost('1', name, name.port ?? DEFAULT_PORT, 'the name is an IP address');
  trace.notTaken('1', 'no');

  // 2. It is not, and the name has a port: resolve the hostname to addresses and use that port.
  if (name.port !== null) return walk.endAtHost('2', name, name.port, 'the name has a port');
  trace.notTaken('2', 'no');

  // 3. Neither: ask https://<hostname>/.well-known/matrix/server.
  startEarly(net, name);
  const delegated = await walk.askServerFile(name);
  if (delegated !== null) {
    // 3.1. The delegated hostname is an IP literal: use that address, with the delegated port or 8448.
    if (isIpLiteral(delegated))
      return walk.endAtHost('3.1', delegated, delegated.port ?? DEFAULT_PORT, 'the well-known names an IP address');
    trace.notTaken('3.1', 'no');

    // 3.2. It is not, and there is a delegated port: resolve the delegated hostname to addresses and use that port.
    if (delegated.port !== null) return walk.endAtHost('3.2', delegated, delegated.port, 'the well-known names a port');
    trace.notTaken('3.2', 'no');

    // 3.3. Neither: look up the SRV record _matrix-fed._tcp.<delegated hostname>.
    startEarly(net, delegated);
    const service = await walk.askSrv('matrix-fed', delegated);
    if (isFound(service)) return walk.endAtTargets('3.3', delegated, service);
    trace.notTaken('3.3', notFoundWords(service));

    // 3.4. Not found: look up the deprecated _matrix._tcp.<delegated hostname>.
    const deprecated = await walk.askSrv('matrix', delegated);
    if (isFound(deprecated)) return walk.endAtTargets('3.4', delegated, deprecated);
    trace.notTaken('3.4', notFoundWords(deprecated));

    // 3.5. No SRV record: resolve the delegated hostname to addresses and use port 8448.
    return walk.endAtHost('3.5', delegated, DEFAULT_PORT, 'the delegated host was resolved');
  }

  // 4. The well-known request ended in an error: look up the SRV record _matrix-fed._tcp.<hostname>.
  const service = await walk.askSrv('matrix-fed', name);
  if (isFound(service)) return walk.endAtTargets('4', name, service);
  trace.notTaken('4', notFoundWords(service));

  // 5. Not found: look up the deprecated _matrix._tcp.<hostname>.
  const deprecated = await walk.askSrv('matrix', name);
  if (isFound(deprecated)) return walk.endAtTargets('5', name, deprecated);
  trace.notTaken('5', notFoundWords(deprecated));

  // 6. No SRV record: resolve the hostname to addresses and use port 8448.
  return walk.endAtHost('6', name, DEFAULT_PORT, 'the host was resolved');
};
