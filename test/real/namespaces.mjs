import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { inNamespace } from './in-namespace.mjs';
import { mustRun, run } from './processes.mjs';

/** The client's own addresses. Everything else of these networks is for the servers, see places.mjs. */
const CLIENT = ['203.0.113.1', '192.0.2.254', '198.18.0.254', '2001:db8:0:113::1', '2001:db8:0:2::fffe'];

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
  await joinWithCable({ [names.server]: CABLE, [names.client]: CABLE }, suffix);
  await ipBatch(names.server, [
    ...addresses.map((address) => addressLine(address)),
    `route add blackhole ${BLACK_HOLE.v4}`,
    `route add blackhole ${BLACK_HOLE.v6}`,
    // To those that stand alone, behind the client.
    `route add 198.18.0.0/16 via ${CLIENT[0]}`,
    `route add 2001:db8:1::/48 via ${CLIENT[3]}`,
  ]);
  await mustRun(inNamespace(names.client, ['sh', '-c', FORWARD]));
  await ipBatch(names.client, [
    ...CLIENT.map((address) => addressLine(address)),
    `route add ${BLACK_HOLE.v4} via ${addresses.find((address) => !isV6(address))}`,
    `route add ${BLACK_HOLE.v6} via ${addresses.find(isV6)}`,
  ]);
  return names;
};

/**
 * One more namespace, joined with the client by a cable of its own: for a server that listens on all addresses of its machine.
 * @param place of `sitePlaceOf`, with `alone`
 * @returns its name
 */
export const openNamespaceAlone = async ({ suffix, index, client, place, atTheEnd }) => {
  const name = `md${index}${suffix}`;
  const ownCable = `${CABLE}${index}`;
  atTheEnd(() => removeNamespace(name));
  await addNamespace(name, '');
  await joinWithCable({ [name]: CABLE, [client]: ownCable }, `${index}${suffix}`);
  await ipBatch(name, [
    ...Object.values(place.site).map((address) => addressLine(address)),
    ...Object.values(place.client).map((address) => `route add default via ${address}`),
  ]);
  await ipBatch(
    client,
    Object.values(place.client).map((address) => addressLine(address, ownCable)),
  );
  return name;
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

/** @param ends from the two namespaces to what the cable is called there */
const joinWithCable = async (ends, suffix) => {
  const [one, other] = Object.keys(ends);
  const cable = `ip link add ms${suffix} netns ${one} type veth peer name mc${suffix} netns ${other}`;
  await mustRun(cable.split(' '));
  await ipBatch(one, [`link set ms${suffix} name ${ends[one]} up`]);
  await ipBatch(other, [`link set mc${suffix} name ${ends[other]} up`]);
};

const CABLE = 'cable';

const FORWARD = 'echo 1 > /proc/sys/net/ipv4/ip_forward; echo 1 > /proc/sys/net/ipv6/conf/all/forwarding';

/** `nodad`: the address can be used at once, without the second that the detection of duplicates takes. */
const addressLine = (address, cable = CABLE) =>
  `address add ${address}/${isV6(address) ? '64' : '24'} dev ${cable}${isV6(address) ? ' nodad' : ''}`;

const isV6 = (address) => address.includes(':');

const ipBatch = (namespace, lines) =>
  mustRun(['ip', '-n', namespace, '-batch', '-'], { input: `${lines.join('\n')}\n` });
