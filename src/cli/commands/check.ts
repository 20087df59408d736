import { checks } from '../../checks/index.js';
import { diagnose } from '../../diagnose.js';
import { renderers } from '../../render/index.js';
import { type ExitCode, exitCode, worstExitCode } from '../../report/exit-code.js';
import type { Io } from '../io.js';
import { defectMessage, message } from '../message.js';
import { type Arguments, lastText, onlyText } from '../options/arguments.js';
import { parseChoice } from '../options/choice.js';
import { readOutputOptions, rendererFor } from '../options/output.js';
import { readSelection } from '../options/selection.js';
import { UsageError } from '../usage-error.js';
import { defectsIn } from './defects.js';
import { openFactsFile } from './facts-file.js';
import { openFactsSource } from './facts-source.js';

/** Looks, judges and prints, one name after the other, as soon as each is ready. */
export const check = async (args: Arguments, words: readonly string[], io: Io): Promise<number> => {
  const output = readOutputOptions(args, io);
  const failOn = parseChoice('fail-on', lastText(args, 'fail-on') ?? 'error', ['warning', 'error']);
  const ids = checks.map(({ id }) => id);
  const selection = readSelection(args, ids);
  const saveTo = readSaveTo(args);
  const stop = new AbortController();
  const { looked, several } = await openFactsSource(args, words, {
    ...io,
    signal: AbortSignal.any([io.signal, stop.signal]),
  });
  const render = renderers[rendererFor(output, several)];
  const file = saveTo === undefined ? undefined : await openFactsFile(saveTo, several);
  const codes: ExitCode[] = [];
  try {
    for await (const one of looked) {
      if ('error' in one) {
        await io.stderr.write(defectMessage(one.error));
        codes.push(3);
        continue;
      }
      const report = diagnose(one.facts, selection);
      await file?.add(one.facts);
      codes.push(exitCode(report, failOn));
      const rule = codes.length > 1 && render === renderers.text ? `\n${'-'.repeat(output.text.width)}\n\n` : '';
      await io.stdout.write(`${rule}${render(report, output.text)}`);
      for (const defect of defectsIn(one.facts, report)) {
        await io.stderr.write(defectMessage(defect));
        codes.push(3);
      }
      // The reader has gone: what would come is of no use to anybody.
      if (io.stdout.closed) break;
    }
  } finally {
    stop.abort();
    const trouble = await file?.close();
    if (trouble !== undefined) {
      await io.stderr.write(message(trouble));
      codes.push(3);
    }
  }
  return worstExitCode(codes);
};

const readSaveTo = (args: Arguments): string | undefined => {
  const path = onlyText(args, 'save-facts');
  if (path === '-')
    throw new UsageError('--save-facts -: expected the path of a file, since stdout carries the report');
  return path;
};
