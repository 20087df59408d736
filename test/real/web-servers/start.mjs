import { join } from 'node:path';
import { startService } from '../service.mjs';
import { onDisk, writeFiles } from './disk.mjs';
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
  const written = [listen, tls, site].map((text) => text(here));
  const [listening, secure, rest] = written.map((text) => siteText(text, parts));
  const others = unplaced(written, parts ?? []);
  if (others.length > 0 && server.takesFiles !== true)
    throw new Error(`${server.id}: no place for ${others.join(' / ')}`);
  await writeFiles(here.folder, server.files(here, { listen: listening, tls: secure, site: rest }, others));
  const service = await startService({
    name: server.id,
    namespace,
    command: onDisk(join(here.folder, 'disk'), server.command(here)),
    cwd: here.folder,
    env: { ...process.env, HOME: here.folder, XDG_CONFIG_HOME: here.folder, XDG_DATA_HOME: here.folder },
    at: { protocol: 'tcp', address: here.v4, port: 443 },
    said: server.ready,
  });
  const complaints = service
    .log()
    .split('\n')
    .filter((line) => server.complaint.test(line));
  return { complaints, stop: service.stop };
};

/** The parts for which no text has a mark. */
const unplaced = (texts, parts) =>
  parts.filter((_, index) => !texts.some((text) => text.split('\n').some((line) => line.trim() === `+${index + 1}`)));
