import { join } from 'node:path';
import { SERVER_NAME } from './recipe-home.mjs';
import { recipeParts } from './recipe-parts.mjs';
import { failures, runTool } from './run-case.mjs';
import { writeFiles } from './web-servers/disk.mjs';
import { webServers } from './web-servers/index.mjs';
import { startWebServer } from './web-servers/start.mjs';

/**
 * Applies a recipe to a real web server: the check that it belongs to must fail before and pass after, with nothing else wrong then.
 * @returns one line for everything that is not so
 */
export const runRecipe = async (recipe, network) => {
  const site = network.siteOf(recipe);
  const look = async (parts) => {
    const { site: text, listen, tls } = recipe;
    const texts = { site: text, ...(listen && { listen }), ...(tls && { tls }) };
    const server = await startWebServer({ ...site, server: webServers[recipe.server], texts, parts });
    const report = await reportOf(site, network);
    await server.stop();
    return { findings: report.findings, complaints: server.complaints };
  };
  try {
    const before = await look(null);
    const finding = before.findings.find(({ id, outcome }) => id === recipe.check && outcome === 'fail');
    if (finding === undefined) return [`before: ${recipe.check} did not fail`, ...wrong(before.findings)];
    const { configuration, files } = await recipeParts(finding, recipe, network);
    await writeFiles(join(site.here.folder, 'disk'), files);
    const after = await look(configuration);
    return [...afterFaults(after, recipe), ...newComplaints(before, after).map((line) => `${recipe.server}: ${line}`)];
  } catch (error) {
    return error.message.split('\n').slice(-12);
  }
};

const reportOf = async ({ resolver }, network) => {
  const args = () => ['--resolver', resolver, '--ca-file', network.caFile];
  const { stdout, stderr } = await runTool({ check: SERVER_NAME, args }, network, ['--json']);
  if (stdout === '') throw new Error(`the tool said nothing: ${stderr}`);
  return JSON.parse(stdout);
};

const afterFaults = ({ findings }, { check, left = [] }) => {
  const own = findings.filter(({ id }) => id === check);
  const passes = own.every(({ outcome }) => outcome === 'pass' || outcome === 'not-applicable');
  return [
    ...(passes && own.some(({ outcome }) => outcome === 'pass')
      ? []
      : [`after: ${check} does not pass: ${own.map(({ outcome, because }) => `${outcome} ${because ?? ''}`)}`]),
    ...wrong(findings.filter(({ id, area }) => !left.includes(id) && !OTHER_FILES.includes(area))).map(
      (line) => `after: ${line}`,
    ),
  ];
};

/** What else may lie below /.well-known/matrix/ is nothing that these recipes are for. */
const OTHER_FILES = ['support', 'policy-server'];

/** What the web server says of the recipe's lines: not what it said of the same site before, whatever the numbers. */
const newComplaints = (before, after) => {
  const known = new Set(before.complaints.map(withoutNumbers));
  return after.complaints.filter((line) => !known.has(withoutNumbers(line)));
};

const withoutNumbers = (line) => line.replaceAll(/\d+/g, '0');

const wrong = (findings) => failures(findings).map(({ id, severity, title }) => `${severity} ${id}: ${title}`);
