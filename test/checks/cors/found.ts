import type { Check } from '../../../src/checks/check.js';
import { corsChecks } from '../../../src/checks/cors/index.js';
import type { Facts } from '../../../src/facts/facts.js';
import type { HeaderLine } from '../../../src/facts/http.js';
import { say } from '../client-facts.js';

/** What the checks of area cors find, each with its id. */
export const found = (facts: Facts): readonly string[] =>
  corsChecks.flatMap((check) =>
    say(check, facts)
      .filter((words) => words.startsWith('fail: '))
      .map((words) => `${check.id} ${words.slice('fail: '.length)}`),
  );

export const checkOf = (id: string): Check => {
  const check = corsChecks.find((one) => one.id === `cors/${id}`);
  if (check === undefined) throw new Error(`no check cors/${id}`);
  return check;
};

/** A JSON answer that no web client may read. */
export const NONE: readonly HeaderLine[] = [['Content-Type', 'application/json']];
