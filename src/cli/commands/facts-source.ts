import type { InspectEvent } from '../../events.js';
import type { Facts } from '../../facts/facts.js';
import { FactsError, parseFacts } from '../../facts/parse.js';
import { inspectName } from '../inspect-name.js';
import { Interrupted } from '../interrupted.js';
import type { Io } from '../io.js';
import { toNetOptions } from '../net-options.js';
import { type Arguments, allTexts, onlyText } from '../options/arguments.js';
import { CONCURRENCY_OPTION } from '../options/concurrency.js';
import { NETWORK_OPTIONS, readNetworkOptions } from '../options/network.js';
import { parseTargets, readTextFile } from '../options/targets.js';
import { UsageError } from '../usage-error.js';

/** What came of one name; `error` is a defect of this tool, which must not take the other names with it. */
export type Looked = { readonly facts: Facts } | { readonly name: string; readonly error: unknown };

/** Where facts come from. `several`: the result is a list, also where it happens to have one entry. */
export type FactsSource = NamesSource | KeptSource;

/** Names that are to be looked at. */
export interface NamesSource {
  readonly kind: 'names';
  readonly names: readonly string[];
  readonly several: boolean;
  /** Throws Interrupted where a signal came before anything was seen. */
  look(name: string, signal: AbortSignal, onEvent?: (event: InspectEvent) => void): Promise<Looked>;
}

/** What `--save-facts` had kept. */
export interface KeptSource {
  readonly kind: 'kept';
  readonly looked: readonly Looked[];
  readonly several: boolean;
}

/** The names of the command line and of `--targets`, looked at; or what was kept with `--save-facts`. Throws UsageError. */
export const openFactsSource = async (args: Arguments, words: readonly string[], io: Io): Promise<FactsSource> => {
  const kept = onlyText(args, 'from-facts');
  const lists = allTexts(args, 'targets');
  if (kept !== undefined) {
    if (words.length > 0 || lists.length > 0) {
      throw new UsageError('--from-facts: the names are in the file; leave out those on the command line');
    }
    const useless = Object.keys({ ...NETWORK_OPTIONS, ...CONCURRENCY_OPTION }).find((name) => args[name] !== undefined);
    if (useless !== undefined)
      throw new UsageError(`--from-facts --${useless}: nothing is looked at; expected one of them`);
    return fromFacts(await readTextFile('from-facts', kept, io), kept);
  }
  const given = [...words];
  for (const list of lists) given.push(...parseTargets(await readTextFile('targets', list, io)));
  // A name that is given twice is looked at once.
  const names = [...new Set(given)];
  if (names.length === 0) {
    throw new UsageError(
      lists.length === 0
        ? 'check: expected a server name, such as example.com, or --targets FILE'
        : `--targets ${lists.join(', ')}: expected at least one server name, one a line`,
    );
  }
  const network = readNetworkOptions(args);
  const netOptions = toNetOptions(network, io);
  const { allowPrivate } = network;
  return {
    kind: 'names',
    names,
    several: names.length > 1 || lists.length > 0,
    look: async (name, signal, onEvent) => {
      try {
        return { facts: await inspectName(name, netOptions, { allowPrivate, onEvent }, signal) };
      } catch (error) {
        if (error instanceof Interrupted) throw error;
        return { name, error };
      }
    },
  };
};

/** One JSON text, or one a line as `--save-facts` writes for several names. */
const fromFacts = (text: string, path: string): KeptSource => {
  const option = `--from-facts ${path}`;
  const whole = parseJson(text);
  if (whole !== undefined) return { kind: 'kept', looked: [toFacts(whole, option)], several: false };
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new UsageError(`${option}: expected facts as JSON, found nothing`);
  if (parseJson(lines[0] ?? '') === undefined) throw new UsageError(`${option}: not JSON, or cut off`);
  const facts = lines.map((line, index) => {
    const where = `${option}: line ${index + 1}`;
    const value = parseJson(line);
    if (value === undefined) throw new UsageError(`${where}: not JSON, or cut off`);
    return toFacts(value, where);
  });
  return { kind: 'kept', looked: facts, several: true };
};

const toFacts = (value: unknown, where: string): Looked => {
  if (isReport(value)) throw new UsageError(`${where}: this is a report of --json; expected what --save-facts wrote`);
  try {
    return { facts: parseFacts(value) };
  } catch (error) {
    if (error instanceof FactsError) throw new UsageError(`${where}: ${error.message}`);
    throw error;
  }
};

const isReport = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'schemaVersion' in value && !('factsVersion' in value);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
