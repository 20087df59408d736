import { diagnose } from '../../diagnose.js';
import { renderers } from '../../render/index.js';
import type { Renderer } from '../../render/renderer.js';
import { type ExitCode, exitCode, worstExitCode } from '../../report/exit-code.js';
import type { Report } from '../../report/report.js';
import type { Io } from '../io.js';
import { defectMessage, message } from '../message.js';
import { rendererFor } from '../options/output.js';
import type { CheckPlan } from './check-plan.js';
import { defectsIn } from './defects.js';
import { openFactsFile } from './facts-file.js';
import type { Looked } from './facts-source.js';

/** What becomes of each name that was looked at: it is judged, kept if that was asked for, and printed. */
export interface Reporting {
  /** Gives the report; undefined where a defect of this tool left none. */
  add(looked: Looked): Promise<Report | undefined>;
  close(): Promise<void>;
  /** Of all that was added, and of what went wrong while closing. */
  exitCode(): ExitCode;
}

/** Throws UsageError where the file for the facts cannot be opened. `render`: how to print, where that is not what the plan says. */
export const openReporting = async (
  { output, failOn, selection, saveTo, source }: CheckPlan,
  io: Io,
  render: Renderer = renderers[rendererFor(output, source.several)],
): Promise<Reporting> => {
  const file = saveTo === undefined ? undefined : await openFactsFile(saveTo, source.several);
  const codes: ExitCode[] = [];
  return {
    add: async (looked) => {
      if ('error' in looked) {
        await io.stderr.write(defectMessage(looked.error));
        codes.push(3);
        return undefined;
      }
      const report = diagnose(looked.facts, selection);
      await file?.add(looked.facts);
      codes.push(exitCode(report, failOn));
      const rule = codes.length > 1 && render === renderers.text ? `\n${'-'.repeat(output.text.width)}\n\n` : '';
      await io.stdout.write(`${rule}${render(report, output.text)}`);
      for (const defect of defectsIn(looked.facts, report)) {
        await io.stderr.write(defectMessage(defect));
        codes.push(3);
      }
      return report;
    },
    close: async () => {
      const trouble = await file?.close();
      if (trouble === undefined) return;
      await io.stderr.write(message(trouble));
      codes.push(3);
    },
    exitCode: () => worstExitCode(codes),
  };
};
