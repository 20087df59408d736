import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startService } from './service.mjs';

/**
 * Starts unbound with one view for each world: what it answers depends on the address at which it is asked.
 * @param worlds `{ resolver, zone, refused, root }`: the address, the records as lines of a zone file, the names for which it answers REFUSED
 */
export const startUnbound = async ({ folder, namespace, worlds }) => {
  const file = join(folder, 'unbound.conf');
  await writeFile(file, configuration(folder, worlds));
  const at = { protocol: 'udp', address: worlds[0].resolver, port: 53 };
  return startService({ name: 'unbound', namespace, command: ['unbound', '-d', '-p', '-c', file], at });
};

const configuration = (folder, worlds) =>
  [
    'server:',
    'username: ""',
    'chroot: ""',
    `directory: "${folder}"`,
    'use-syslog: no',
    'logfile: ""',
    'module-config: "iterator"',
    ...worlds.map(({ resolver }) => `interface: ${resolver}`),
    ...worlds.map(({ resolver }) => `interface-action: ${resolver} allow`),
    ...worlds.map(({ resolver }) => `interface-view: ${resolver} "${resolver}"`),
    'remote-control:',
    'control-enable: no',
    ...worlds.flatMap(view),
    '',
  ].join('\n');

/**
 * Every name below md.test is local, and so is the root where `root` is true. Where it is not, a question about the root gets SERVFAIL, as
 * from the resolver of an internal network, since no server of the root can be reached.
 */
const view = ({ resolver, zone, refused = [], root = true }) => [
  'view:',
  `name: "${resolver}"`,
  'view-first: no',
  'local-zone: "md.test." static',
  ...(root ? ROOT : []),
  ...refused.map((name) => `local-zone: "${name}" always_refuse`),
  ...zone.map((record) => `local-data: "${record}"`),
];

const ROOT = [
  'local-zone: "." static',
  'local-data: ". 3600 IN SOA ns.md.test. admin.md.test. 1 3600 600 86400 300"',
  'local-data: ". 3600 IN NS ns.md.test."',
];
