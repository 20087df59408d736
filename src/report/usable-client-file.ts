import type { Facts } from '../facts/facts.js';
import type { WellKnownFile } from '../facts/http.js';
import { seenValue } from '../facts/observation.js';
import { decidingClientFetch, readClientFileFetches } from '../facts/well-known-state.js';
import type { JsonObject } from '../spec/json.js';

/** A client file that works, from the server name itself or from a host that has it by mistake or as a copy; undefined where none was seen. */
export const usableClientFile = (facts: Facts): JsonObject | undefined => {
  const survey = seenValue(facts.survey);
  const files = [
    seenValue(facts.client)?.file,
    survey === undefined ? undefined : seenValue(survey.delegatedClientFile),
    ...(survey?.clientFilesElsewhere ?? []),
  ];
  return files
    .filter((file) => file !== undefined)
    .map((file) => membersOf(file, facts.observedAt))
    .find((members) => members !== undefined);
};

const membersOf = (file: WellKnownFile, observedAt: string): JsonObject | undefined => {
  const reading = decidingClientFetch(readClientFileFetches(file, observedAt))?.reading;
  return reading?.kind === 'usable' && reading.baseUrl.scheme === 'https' && reading.baseUrl.oddities.length === 0
    ? reading.members
    : undefined;
};
