import { diagnose } from '../../../src/diagnose.js';
import { FactsError, parseFacts } from '../../../src/facts/parse.js';
import { renderers } from '../../../src/render/index.js';
import { renderResolution } from '../../../src/render/resolution-text.js';
import { RISKY } from '../../../src/render/risky-characters.js';
import { resolutionReport } from '../../../src/report/resolution-report.js';
import { factsOf } from '../../facts-of.js';
import type { Chance } from '../chance.js';
import { changedFacts } from '../changed-facts.js';
import { type FuzzTarget, hold } from '../target.js';

/** Whole facts, as they were seen in scenarios, with what servers sent changed: read, judged by every check, and printed in every format. */
export const factsTarget = async (): Promise<FuzzTarget> => {
  const texts: string[] = [];
  for (const name of SCENARIOS) texts.push(JSON.stringify(await factsOf(name)));
  const [first = '', ...others] = texts;
  return {
    name: 'facts',
    // All checks and five formats, also of hundreds of destinations.
    limitMs: 1000,
    weight: 3,
    attempt: (chance: Chance) => {
      const text = changedFacts(chance.pick([first, ...others]), chance);
      return { input: text, run: () => judgeAndPrint(text) };
    },
  };
};

const SCENARIOS = ['healthy', 'client-file-array', 'certificate-expires-soon', 'black-hole-ipv6', 'address-servfail'];

const OPTIONS = { width: 80, unicode: true, colour: false, verbose: true };

const judgeAndPrint = (text: string): void => {
  const facts = factsIn(text);
  if (facts === null) return;
  const report = diagnose(facts);
  for (const { id, title, because, evidence } of report.findings) {
    const length = JSON.stringify([title, because, evidence]).length;
    hold(length < MOST_WORDS, `${id} says ${length} characters`);
    hold(because?.startsWith('internal error') !== true, `${id}: ${because}`);
  }
  for (const [name, render] of Object.entries(renderers)) holdHarmless(name, render(report, OPTIONS));
  holdHarmless('resolution', renderResolution(resolutionReport(facts), OPTIONS));
};

const MOST_WORDS = 40_000;

const factsIn = (text: string): ReturnType<typeof parseFacts> | null => {
  try {
    return parseFacts(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    hold(error.message.length < 2000, `an error of ${error.message.length} characters`);
    return null;
  }
};

const holdHarmless = (format: string, printed: string): void => {
  const risky = printed.replaceAll('\n', '').match(RISKY);
  hold(risky === null, `${format} prints ${JSON.stringify(risky?.[0])}`);
};
