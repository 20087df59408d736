import { renderJson } from '../../render/json.js';
import { renderResolution } from '../../render/resolution-text.js';
import { resolutionExitCode, resolutionReport } from '../../report/resolution-report.js';
import { inspectName } from '../inspect-name.js';
import type { Io } from '../io.js';
import { message } from '../message.js';
import { toNetOptions } from '../net-options.js';
import type { Arguments } from '../options/arguments.js';
import { readNetworkOptions } from '../options/network.js';
import { readOutputOptions } from '../options/output.js';
import { UsageError } from '../usage-error.js';

/** Only the walk of other servers; nothing is asked of the destinations. */
export const resolve = async (args: Arguments, words: readonly string[], io: Io): Promise<number> => {
  const { json, text } = readOutputOptions(args, io);
  const network = readNetworkOptions(args);
  const [name] = words;
  if (name === undefined || words.length > 1) {
    throw new UsageError('resolve: expected one server name, such as example.com');
  }
  const options = { allowPrivate: network.allowPrivate, walkOnly: true };
  const facts = await inspectName(name, toNetOptions(network, io), options, io.signal);
  const report = resolutionReport(facts);
  await io.stdout.write(json ? renderJson(report) : renderResolution(report, text));
  if (facts.setting.interrupted) await io.stderr.write(message('interrupted; this is what was known by then'));
  return resolutionExitCode(report);
};
