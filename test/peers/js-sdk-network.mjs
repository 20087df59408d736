import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { connect, isIP, isIPv6 } from 'node:net';
import { checkServerIdentity, connect as connectTls, createSecureContext } from 'node:tls';
import { Agent } from 'undici';
import { firstToConnect } from './js-sdk-first-to-connect.mjs';

/**
 * The way of a client into the world of a lab: names from its DNS server, its addresses by its route, its authority trusted.
 * @param order which family is tried first: `ipv6` or `ipv4`
 * @param overrides as the scenario gives them to the tool (`resolve`, `connectTo`)
 * @returns an undici dispatcher, and `close`, which ends its sockets
 */
export const openNetwork = (lab, order, { resolve = [], connectTo = [] } = {}) => {
  const closing = new AbortController();
  const closed = once(closing.signal, 'abort').then(() => Promise.reject(new Error('closed')));
  closed.catch(() => undefined);
  const secureContext = createSecureContext({ ca: [...lab.trustStore.certificates] });
  const resolver = new Resolver({ timeout: 1500, tries: 2 });
  resolver.setServers([lab.resolver]);
  const track = (socket) => {
    closing.signal.addEventListener('abort', () => socket.destroy(), { once: true });
    return socket.on('error', () => undefined);
  };
  const opened = async (socket, event) => {
    await once(track(socket), event, { signal: closing.signal });
    return socket;
  };

  const addressesOf = async (host) => {
    if (isIP(host) !== 0) return [host];
    const given = resolve.filter((one) => one.host.toLowerCase() === host.toLowerCase()).map(({ address }) => address);
    if (given.length > 0) return inOrder(order, given);
    const [ipv4, ipv6] = await Promise.all([
      resolver.resolve4(host).catch(() => []),
      resolver.resolve6(host).catch(() => []),
    ]);
    return inOrder(order, [...ipv4, ...ipv6]);
  };

  const connectTcp = async (address, port) => {
    const to = lab.route(address, port);
    if (to.kind === 'error') throw new Error(to.code);
    if (to.kind === 'black-hole') return closed;
    return opened(connect({ host: to.address, port: to.port, noDelay: true }), 'connect');
  };

  const reach = async (host, port) => {
    const moved = connectTo.find((one) => one.host.toLowerCase() === host.toLowerCase() && one.port === port);
    if (moved !== undefined) return connectTcp(moved.address, moved.toPort);
    return firstToConnect(await addressesOf(host), (address) => connectTcp(address, port));
  };

  const secure = (socket, host) =>
    opened(
      connectTls({
        socket,
        host,
        servername: isIP(host) === 0 ? host.replace(/\.$/, '') : '',
        secureContext,
        ALPNProtocols: ['http/1.1'],
        checkServerIdentity: namedAsBrowsersWant,
      }),
      'secureConnect',
    );

  const open = async ({ protocol, hostname, port }) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    if (protocol === 'http:') return reach(host, Number(port) || 80);
    return secure(await reach(host, Number(port) || 443), host);
  };
  const dispatcher = new Agent({
    connect: (where, done) => {
      open(where).then(
        (socket) => done(null, socket),
        (error) => done(error, null),
      );
    },
  });
  const close = async () => {
    closing.abort();
    resolver.cancel();
    await dispatcher.destroy();
  };
  return { dispatcher, close };
};

/** The family of `order` before the other, otherwise as they come. */
export const inOrder = (order, addresses) => {
  const isFirst = (address) => isIPv6(address) === (order === 'ipv6');
  return [...addresses.filter(isFirst), ...addresses.filter((address) => !isFirst(address))];
};

/** Node still reads the common name where there are no alternative names; browsers and phones do not (RFC 9525, section 2). */
const namedAsBrowsersWant = (host, certificate) =>
  certificate.subjectaltname === undefined
    ? new Error('the certificate has no subject alternative name')
    : checkServerIdentity(host, certificate);
