import { listWords } from '../../facts/words/list-words.js';
import type { Renderer } from '../../render/renderer.js';
import { safeText } from '../../render/safe-text.js';
import { nameColumn, renderServerLine } from '../../render/server-line.js';
import { countDone, countWords, renderTally } from '../../render/tally-text.js';
import type { Report } from '../../report/report.js';
import { addToTally, EMPTY_TALLY } from '../../report/tally.js';
import { TOOL } from '../../version.js';
import type { ProgressLine } from '../progress-line.js';
import { shellWord } from '../shell-word.js';
import type { CheckPlan } from './check-plan.js';

/** What people see of a list: a line for each name, how far it is, and a summary. */
export interface ListView {
  /** How one of them is printed; undefined where the plan says it already. */
  readonly renderer: Renderer | undefined;
  begin(name: string): void;
  end(name: string): void;
  /** Undefined where a defect of this tool left no report. */
  add(report: Report | undefined): void;
  /** Empty where only a program reads, and where nothing was looked at. */
  summary(): string;
}

export const openListView = ({ source, output }: CheckPlan, progress: ProgressLine): ListView => {
  const looks = source.kind === 'names';
  const inputs = looks ? source.names : source.looked.flatMap((one) => ('facts' in one ? [one.facts.input.typed] : []));
  const forPeople = source.several && !output.json && !output.quiet;
  const line = { nameWidth: nameColumn(inputs), cut: output.terminal };
  const began = performance.now();
  const underWay = new Set<string>();
  let tally = EMPTY_TALLY;
  const show = (): void => {
    const waiting = [...underWay].map((name) => safeText(name, MAX_NAME));
    const words = waiting.length === 0 ? '' : `; waiting for ${listWords(waiting, 2)}`;
    progress.show(`${countDone(tally)} of ${inputs.length}: ${countWords(tally)}${words}`);
  };
  return {
    renderer:
      forPeople && !output.text.verbose ? (report, text) => renderServerLine(report, { ...text, ...line }) : undefined,
    begin: (name) => {
      underWay.add(name);
      show();
    },
    end: (name) => {
      underWay.delete(name);
      show();
    },
    add: (report) => {
      if (report !== undefined) tally = addToTally(tally, report);
      show();
    },
    summary: () => {
      if (!forPeople || tally === EMPTY_TALLY) return '';
      const run = {
        total: inputs.length,
        durationMs: looks ? performance.now() - began : null,
        details: looks ? (input: string) => `${TOOL} check ${shellWord(input)}` : null,
      };
      return renderTally(tally, run, output.text);
    },
  };
};

const MAX_NAME = 60;
