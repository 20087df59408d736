import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startService } from './service.mjs';

/** The id of every signing key made here. */
export const KEY_ID = 'ed25519:a_real';

/**
 * Starts one Synapse for one server name, on a port of 127.0.0.1 inside the namespace, with SQLite and a signing key of its own.
 * It trusts no other server, so that it asks nobody anything. It gives a client file where `baseUrl` is given. `settings` are
 * added to its configuration.
 */
export const startSynapse = async ({ python, folder, namespace, serverName, port, baseUrl, settings = {} }) => {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'homeserver.json');
  await writeFile(join(folder, 'signing.key'), `${KEY_ID.replace(':', ' ')} ${unpadded(randomBytes(32))}\n`, {
    mode: 0o600,
  });
  await writeFile(join(folder, 'log.json'), JSON.stringify(LOGGING));
  await writeFile(
    file,
    JSON.stringify({ ...configuration({ folder, serverName, port, baseUrl }), ...settings }, null, 2),
  );
  const command = [python, '-m', 'synapse.app.homeserver', '-c', file];
  const at = { protocol: 'tcp', address: '127.0.0.1', port };
  return startService({ name: `Synapse of ${serverName}`, namespace, command, cwd: folder, at });
};

/** JSON is YAML. */
const configuration = ({ folder, serverName, port, baseUrl }) => ({
  server_name: serverName,
  public_baseurl: baseUrl,
  pid_file: join(folder, 'homeserver.pid'),
  listeners: [
    {
      port,
      bind_addresses: ['127.0.0.1'],
      type: 'http',
      tls: false,
      x_forwarded: true,
      resources: [{ names: ['client', 'federation'], compress: false }],
    },
  ],
  database: { name: 'sqlite3', args: { database: join(folder, 'homeserver.db') } },
  log_config: join(folder, 'log.json'),
  media_store_path: join(folder, 'media'),
  signing_key_path: join(folder, 'signing.key'),
  macaroon_secret_key: randomBytes(32).toString('hex'),
  form_secret: randomBytes(32).toString('hex'),
  report_stats: false,
  trusted_key_servers: [],
  suppress_key_server_warning: true,
});

const LOGGING = {
  version: 1,
  disable_existing_loggers: false,
  handlers: { console: { class: 'logging.StreamHandler' } },
  root: { level: 'WARNING', handlers: ['console'] },
};

const unpadded = (bytes) => bytes.toString('base64').replaceAll('=', '');
