import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { inNamespace } from './in-namespace.mjs';
import { mustRun, run } from './processes.mjs';

/** The client's own addresses. Everything else of these two networks is for the servers, see places.mjs. */
const CLIENT = { v4: '203.0.113.1/24', v6: '2001:db8:0:113::1/64' };

/** Routed to the servers, which drop what comes for it without a word: what a firewall does, or a forgotten record leads to. */
export const BLACK_HOLE = { v4: '198.51.100.1', v6: '2001:db8:0:dead::1' };

/**
 * Makes three network namespaces: `server` and `client`, joined by a virtual cable, and `island`, which has no network at all. No packet can
 * leave them. Each has a resolv.conf of its own (`ip netns exec` puts it in place); the client's names `resolver`, the others' nobody.
 * @param suffix makes the names unique on this machine; at most 8 characters, since the name of a link has room for 15
 * @param addresses of the servers, of both families
 */
export const openNamespaces = async ({ suffix, addresses, resolver, atTheEnd }) => {
  const names = { server: `mds${suffix}`, client: `mdc${suffix}`, island: `mdi${suffix}` };
  for (const name of Object.values(names)) {
    atTheEnd(() => removeNamespace(name));
    await addNamespace(name, name === names.client ? `nameserver ${resolver}\n` : '');
  }
  await joinWithCable(names, suffix);
  await ipBatch(names.server, [
    ...addresses.map((address) => addressLine(`${address}/${isV6(address) ? 64 : 24}`)),
    `route add blackhole ${BLACK_HOLE.v4}`,
    `route add blackhole ${BLACK_HOLE.v6}`,
  ]);
  await ipBatch(names.client, [
    addressLine(CLIENT.v4),
    addressLine(CLIENT.v6),
    `route add ${BLACK_HOLE.v4} via ${addresses.find((address) => !isV6(address))}`,
    `route add ${BLACK_HOLE.v6} via ${addresses.find(isV6)}`,
  ]);
  return names;
};

const addNamespace = async (name, resolvConf) => {
  await mkdir(`/etc/netns/${name}`, { recursive: true });
  await writeFile(`/etc/netns/${name}/resolv.conf`, resolvConf);
  await mustRun(['ip', 'netns', 'add', name]);
  await mustRun(inNamespace(name, ['sh', '-c', 'echo 0 > /proc/sys/net/ipv6/conf/all/disable_ipv6']));
  await mustRun(['ip', '-n', name, 'link', 'set', 'lo', 'up']);
};

const removeNamespace = async (name) => {
  await run(['ip', 'netns', 'delete', name]);
  await rm(`/etc/netns/${name}`, { recursive: true, force: true });
  await rmdir('/etc/netns').catch(() => {});
};

const joinWithCable = async ({ server, client }, suffix) => {
  const ends = { [server]: `ms${suffix}`, [client]: `mc${suffix}` };
  const [one, other] = [`${ends[server]} netns ${server}`, `name ${ends[client]} netns ${client}`];
  await mustRun(`ip link add ${one} type veth peer ${other}`.split(' '));
  for (const [namespace, end] of Object.entries(ends)) await ipBatch(namespace, [`link set ${end} name ${CABLE} up`]);
};

const CABLE = 'cable';

/** `nodad`: the address can be used at once, without the second that the detection of duplicates takes. */
const addressLine = (address) => `address add ${address} dev ${CABLE}${isV6(address) ? ' nodad' : ''}`;

const isV6 = (address) => address.includes(':');

const ipBatch = (namespace, lines) =>
  mustRun(['ip', '-n', namespace, '-batch', '-'], { input: `${lines.join('\n')}\n` });
