import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { isJsonObject, type JsonObject } from '../spec/json.js';
import { mergePatch } from './merge-patch.js';
import type { Scenario } from './scenario.js';
import { scenarioSchema } from './scenario-schema.js';

/** What is wrong with which member of which file, or that there is no such file. */
export class ScenarioError extends Error {}

/** The names of the scenarios in `folder`, sorted. */
export const scenarioNames = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'))
    .sort();

/** Reads `<name>.json` in `folder` with everything that it extends. Throws ScenarioError. */
export const loadScenario = async (name: string, folder: string): Promise<Scenario> => {
  const merged = await readMerged(name, folder, []);
  const parsed = z.safeParse(scenarioSchema, merged, { error: en().localeError });
  if (!parsed.success) throw new ScenarioError(`${name}.json: ${parsed.error.issues.map(issueWords).join('; ')}`);
  const scenario: Scenario = parsed.data;
  const contradictions = findContradictions(scenario);
  if (contradictions.length > 0) throw new ScenarioError(`${name}.json: ${contradictions.join('; ')}`);
  return scenario;
};

/** `children`: the names that led here. */
const readMerged = async (name: string, folder: string, children: readonly string[]): Promise<unknown> => {
  if (children.includes(name)) throw new ScenarioError(`${name}.json: extends itself (${children.join(' -> ')})`);
  const { extends: parent, ...own } = await readObject(name, folder);
  if (parent === undefined) return own;
  if (typeof parent !== 'string') throw new ScenarioError(`${name}.json: extends: expected the name of a scenario`);
  return mergePatch(await readMerged(parent, folder, [...children, name]), own);
};

const readObject = async (name: string, folder: string): Promise<JsonObject> => {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) throw new ScenarioError(`there is no scenario ${JSON.stringify(name)}`);
  let text: string;
  try {
    text = await readFile(join(folder, `${name}.json`), 'utf8');
  } catch {
    throw new ScenarioError(`there is no scenario ${JSON.stringify(name)}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ScenarioError(`${name}.json: not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isJsonObject(value)) throw new ScenarioError(`${name}.json: expected an object`);
  return value;
};

const issueWords = (issue: z.core.$ZodIssue): string => {
  const path = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : String(part))).join(' > ');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
};

/** What no schema sees: certificates that do not exist, and two servers at one place. */
const findContradictions = ({ servers, certificates }: Scenario): readonly string[] => {
  const found: string[] = [];
  const places = new Map<string, string>();
  for (const [label, { at, certificate = 'good' }] of Object.entries(servers)) {
    const names = typeof certificate === 'string' ? [certificate] : Object.values(certificate);
    for (const name of names.filter((name) => certificates[name] === undefined)) {
      found.push(`servers > ${label} > certificate: there is no certificate ${JSON.stringify(name)}`);
    }
    for (const place of at) {
      const other = places.get(place);
      if (other !== undefined) found.push(`servers > ${label} > at: ${place} is taken by ${JSON.stringify(other)}`);
      places.set(place, label);
    }
  }
  return found;
};
