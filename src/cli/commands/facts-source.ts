import type { Facts } from '../../facts/facts.js';
import { FactsError, parseFacts } from '../../facts/parse.js';
import { inOrder } from '../in-order.js';
import { inspectName } from '../inspect-name.js';
import { Interrupted } from '../interrupted.js';
import type { Io } from '../io.js';
import { toNetOptions } from '../net-options.js';
import { type Arguments, lastText } from '../options/arguments.js';
import { readNetworkOptions } from '../options/network.js';
import { parseTargets, readTextFile } from '../options/targets.js';
import { UsageError } from '../usage-error.js';

/** What came of one name; `error` is a defect of this tool, which must not take the other names with it. */
export type Looked = { readonly facts: Facts } | { readonly name: string; readonly error: unknown };

export interface FactsSource {
  /** In the order in which the names were given. */
  readonly looked: AsyncIterable<Looked>;
  /** The result is a list, also where it happens to have one entry. */
  readonly several: boolean;
}

/** How many names are looked at together. */
const MAX_TOGETHER = 8;

/** The names of the command line and of `--targets`, looked at; or what was kept with `--save-facts`. Throws UsageError. */
export const openFactsSource = async (args: Arguments, words: readonly string[], io: Io): Promise<FactsSource> => {
  const kept = lastText(args, 'from-facts');
  const targets = lastText(args, 'targets');
  if (kept !== undefined) {
    if (words.length > 0 || targets !== undefined) {
      throw new UsageError('--from-facts: the names are in the file; leave out those on the command line');
    }
    return fromFacts(await readTextFile('from-facts', kept, io), kept);
  }
  const names = [...words, ...(targets === undefined ? [] : parseTargets(await readTextFile('targets', targets, io)))];
  if (names.length === 0) {
    throw new UsageError(
      targets === undefined
        ? 'check: expected a server name, such as example.com, or --targets FILE'
        : `--targets ${targets}: expected at least one server name, one a line`,
    );
  }
  const network = readNetworkOptions(args);
  const netOptions = toNetOptions(network, io);
  const look = async (name: string): Promise<Looked> => {
    try {
      return { facts: await inspectName(name, netOptions, { allowPrivate: network.allowPrivate }, io.signal) };
    } catch (error) {
      if (error instanceof Interrupted) throw error;
      return { name, error };
    }
  };
  return { looked: inOrder(names, MAX_TOGETHER, look), several: names.length > 1 || targets !== undefined };
};

/** One JSON text, or one a line as `--save-facts` writes for several names. */
const fromFacts = (text: string, path: string): FactsSource => {
  const whole = parseJson(text);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = whole === undefined ? lines.map(parseJson) : [whole];
  const facts = values.map((value, index) => {
    const where = whole === undefined ? `--from-facts ${path}: line ${index + 1}` : `--from-facts ${path}`;
    if (value === undefined) throw new UsageError(`${where}: not JSON`);
    try {
      return { facts: parseFacts(value) };
    } catch (error) {
      if (error instanceof FactsError) throw new UsageError(`${where}: ${error.message}`);
      throw error;
    }
  });
  if (facts.length === 0) throw new UsageError(`--from-facts ${path}: expected facts as JSON, found nothing`);
  return { looked: asyncList(facts), several: whole === undefined };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

async function* asyncList<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
