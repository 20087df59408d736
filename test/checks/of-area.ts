import type { Check } from '../../src/checks/check.js';
import type { Facts } from '../../src/facts/facts.js';
import { say } from './client-facts.js';

/** The checks of one area as its tests ask for them. */
export const ofArea = (checks: readonly Check[]) => ({
  /** What they find: the name within the area and the filled title. */
  found: (facts: Facts): readonly string[] =>
    checks.flatMap((check) =>
      say(check, facts)
        .filter((words) => words.startsWith('fail: '))
        .map((words) => `${nameOf(check)}: ${words.slice('fail: '.length)}`),
    ),
  /** The same without titles. */
  foundNames: (facts: Facts): readonly string[] =>
    checks.filter((check) => say(check, facts).some((words) => words.startsWith('fail: '))).map(nameOf),
  checkOf: (name: string): Check => {
    const check = checks.find((one) => nameOf(one) === name);
    if (check === undefined) throw new Error(`no check ${name}`);
    return check;
  },
});

const nameOf = ({ id }: Check): string => id.slice(id.indexOf('/') + 1);
