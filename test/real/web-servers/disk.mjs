import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** @param files from their paths below `folder` to their texts */
export const writeFiles = async (folder, files) => {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
};

/**
 * What every site has: names of hosts, the authority as if the system trusted it, and the certificate where certbot and people put it.
 * @param issued `{ certificate, key }`, paths, the certificate with its chain
 */
export const systemFiles = async ({ name, hosts, caFile, issued }) => {
  const [ca, fullchain, privkey] = await Promise.all(
    [caFile, issued.certificate, issued.key].map((file) => readFile(file, 'utf8')),
  );
  const lines = Object.entries(hosts).flatMap(([host, addresses]) =>
    addresses.map((address) => `${address} ${host}\n`),
  );
  const live = liveFolder(name);
  const leaf = fullchain.slice(0, fullchain.indexOf(END) + END.length);
  return {
    '/etc/hosts': `127.0.0.1 localhost\n${lines.join('')}`,
    '/etc/ssl/certs/ca-certificates.crt': ca,
    [`${live}/fullchain.pem`]: fullchain,
    [`${live}/cert.pem`]: leaf,
    [`${live}/privkey.pem`]: privkey,
    [`/etc/haproxy/certs/${name}.pem`]: fullchain + privkey,
    '/etc/haproxy/leaf.pem': leaf + privkey,
  };
};

/** Where certbot puts the certificate of a host. */
export const liveFolder = (name) => `/etc/letsencrypt/live/${name}`;

const END = '-----END CERTIFICATE-----\n';

/**
 * The command that runs another one with a disk of its own: /etc of `folder` is laid over this machine's, and its /var/www stands in place of it.
 * `ip netns exec` has given it mounts of its own, so that nobody else sees
 * these.
 */
export const onDisk = (folder, command) => ['sh', '-c', MOUNTS, folder, ...command];

const MOUNTS =
  'mount -t overlay overlay -o "lowerdir=$0/etc:/etc" /etc && mount --bind "$0/var/www" /var/www && exec "$@"';
