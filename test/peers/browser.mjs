import { createHash, X509Certificate } from 'node:crypto';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { mustRun } from '../real/processes.mjs';

/** Debian's. Other systems have it elsewhere; then it is not looked for, but reported as missing. */
const CHROMIUM = '/usr/bin/chromium';
const INSTALL_MS = 600_000;

/** Installs Debian's chromium where it is missing. Throws where it cannot be had. */
export const findChromium = async () => {
  if (await isThere(CHROMIUM)) return;
  if (process.platform !== 'linux' || process.getuid() !== 0) throw new Error(`no ${CHROMIUM}, and apt-get wants root`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: INSTALL_MS };
  await mustRun(['apt-get', '-q', 'update'], options);
  await mustRun(['apt-get', '-qy', 'install', '--no-install-recommends', 'chromium'], options);
};

/**
 * A headless browser with a profile of its own below `folder`. Every name and address, whoever asks, leads to the loopback ports: `plainPort` for
 * the ports 80 and 8080, `tlsPort` for all others. `certificate`: a PEM text; the browser takes a certificate with this key for any name.
 * @returns Playwright's browser context
 */
export const openBrowser = async ({ folder, tlsPort, plainPort, certificate }) => {
  const home = join(folder, 'home');
  await mkdir(home);
  return chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: CHROMIUM,
    headless: true,
    // Whoever started it ends it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--no-proxy-server',
      `--host-resolver-rules=MAP *:80 127.0.0.1:${plainPort}, MAP *:8080 127.0.0.1:${plainPort}, MAP * 127.0.0.1:${tlsPort}`,
      `--ignore-certificate-errors-spki-list=${keyHash(certificate)}`,
    ],
  });
};

const keyHash = (pem) =>
  createHash('sha256')
    .update(new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');

const isThere = (path) =>
  access(path).then(
    () => true,
    () => false,
  );
