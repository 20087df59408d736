import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startService } from '../service.mjs';
import { onDisk } from './disk.mjs';
import { siteText } from './site-text.mjs';

/**
 * Starts a real web server with one site, alone on its addresses.
 * @param server one of the modules beside this one
 * @param here what the texts of the site may name: `{ folder, v4, v6, name, live }`; `folder` holds `disk`, `live` is `liveFolder`
 * @param texts functions of `here` that give text as `siteText` takes it: `site`, and `listen` and `tls` where they are not the usual ones
 * @param parts the recipe's lines, as `siteText` takes them
 * @returns `complaints`: what it says against its configuration; `stop()`. Throws, with the log, where it refuses that configuration.
 */
export const startWebServer = async ({ server, namespace, here, texts, parts }) => {
  const { listen, tls, site } = { listen: server.listen, tls: server.tls, ...texts };
  const [listening, secure, rest] = [listen, tls, site].map((text) => siteText(text(here), parts));
  const configuration = server.configuration(here, { listen: listening, tls: secure, site: rest });
  await writeFile(join(here.folder, server.file), configuration);
  const service = await startService({
    name: server.id,
    namespace,
    command: onDisk(join(here.folder, 'disk'), server.command(here)),
    cwd: here.folder,
    env: { ...process.env, HOME: here.folder, XDG_CONFIG_HOME: here.folder, XDG_DATA_HOME: here.folder },
    at: { protocol: 'tcp', address: here.v4, port: 443 },
  });
  const complaints = service
    .log()
    .split('\n')
    .filter((line) => server.complaint.test(line));
  return { complaints, stop: service.stop };
};
