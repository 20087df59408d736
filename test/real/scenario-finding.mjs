import { failures, runBin } from './run-case.mjs';

/**
 * What the report on a scenario of the lab says of the fault that a real web server has here: one finding and no other, which names both sources
 * of the header, and the text report prints its lines.
 */
export const findingOfScenario = async (scenario, { check }, { client }) => {
  const { findings } = JSON.parse((await runBin(client, ['demo', scenario, '--json'])).stdout);
  const [finding, ...others] = failures(findings);
  if (finding?.id !== check || others.length > 0) {
    throw new Error(`${scenario}: ${[finding, ...others].map((each) => each?.id)} fail, not only ${check}`);
  }
  const text = (await runBin(client, ['demo', scenario])).stdout;
  const words = text.replaceAll(/\s+/g, ' ');
  const missing = [
    ...SOURCES.filter((source) => !words.includes(source)),
    ...linesOf(finding.recipe).filter((line) => !text.includes(line)),
  ];
  if (missing.length > 0) throw new Error(`${scenario}: the text report lacks: ${missing.join(' / ')}`);
  return finding;
};

const SOURCES = ['nginx, by a line', 'Synapse behind it'];

const linesOf = ({ texts }) => texts.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines.split('\n')));
