import { fileURLToPath } from 'node:url';
import { differences } from './differences.mjs';
import { inNamespace } from './in-namespace.mjs';
import { run } from './processes.mjs';

const BIN = fileURLToPath(new URL('../../bin/matrix-discovery.js', import.meta.url));

/** Variables that would change what the tool does. */
const WITHOUT = ['SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'FORCE_COLOR'];

/**
 * Runs the tool as a case says. With more time than by default: the machine may be busy with other tests.
 * @returns `{ code, stdout, stderr }`
 */
export const runTool = (one, network, format) => {
  const place = network.placeOf(one.world);
  const args = one.args?.(place) ?? ['--resolver', place.resolver, '--ca-file', network.caFile];
  const name = one.check ?? network.serverNameOf(one.world);
  const words = ['check', name, ...format, '--timeout', '30s', ...(one.publicOnly ? [] : ['--allow-private'])];
  const command = [...words, ...args, ...(one.moreArgs?.(place) ?? [])];
  return runBin(network[one.from ?? 'client'], command, one.environment?.(network.caFile));
};

/** The program itself, in a namespace and without what the environment says to it. */
export const runBin = (namespace, words, environment = {}) => {
  const kept = Object.entries(process.env).filter(
    ([variable]) => !WITHOUT.includes(variable) && !/_proxy$/i.test(variable),
  );
  const env = { ...Object.fromEntries(kept), NO_COLOR: '1', ...environment };
  return run(inNamespace(namespace, [process.execPath, BIN, ...words]), { env });
};

/**
 * @param isValid ajv's validating function for the report's schema
 * @returns one line for everything that is not as the case says
 */
export const runCase = async (one, network, isValid) => {
  const { code, stdout, stderr } = await runTool(one, network, ['--json']);
  const exit = code === one.exit ? [] : [`exit code: ${one.exit} expected, not ${code}`];
  const silence = stderr === '' ? [] : [`stderr: ${stderr.trim().split('\n').slice(0, 10).join(' / ')}`];
  const report = parsed(stdout);
  if (report === undefined) return [...exit, ...silence, `stdout is no JSON: ${stdout.slice(0, 300)}`];
  return [
    ...exit,
    ...silence,
    ...schemaFaults(report, isValid),
    ...differences(one.report(network.placeOf(one.world)), report),
    ...otherFindings(one.failed, report),
  ];
};

const schemaFaults = (report, isValid) =>
  isValid(report) ? [] : isValid.errors.map(({ instancePath, message }) => `schema: ${instancePath} ${message}`);

const otherFindings = (failed, { findings }) => {
  const found = findings.filter(({ outcome }) => outcome === 'fail');
  const ids = new Set(found.map(({ id }) => id));
  return [
    ...failed.filter((id) => !ids.has(id)).map((id) => `findings: ${id} is missing`),
    ...found
      .filter(({ id }) => !failed.includes(id))
      .map(({ id, severity, title }) => `findings: ${severity} ${id} must not be there: ${title}`),
  ];
};

/** Errors and warnings. */
export const failures = (findings) =>
  findings.filter(({ outcome, severity }) => outcome === 'fail' && ['error', 'warning'].includes(severity));

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
