import { bodyText } from '../../facts/body-text.js';
import type { Failure } from '../../facts/failure.js';
import type { EndpointFacts } from '../../facts/federation.js';
import type { HttpResponse } from '../../facts/http.js';
import { isJsonObject, type JsonFault, readJson } from '../../spec/json.js';
import { lookFailure } from './look-failure.js';
import { readOnce } from './read-once.js';

/** What the answer of `GET /_matrix/federation/v1/version` says. `name` and `version` are null where they are missing or no texts. */
export type VersionReading =
  | { readonly kind: 'no-answer'; readonly failure: Failure }
  | { readonly kind: 'other-status'; readonly response: HttpResponse }
  | { readonly kind: 'not-json'; readonly fault: JsonFault }
  | { readonly kind: 'not-an-object' }
  | { readonly kind: 'version'; readonly name: string | null; readonly version: string | null };

export const readVersionAnswer = readOnce(({ version: look }: EndpointFacts): VersionReading => {
  const failure = lookFailure(look);
  if (failure !== null) return { kind: 'no-answer', failure };
  if (look.response.kind !== 'seen') return { kind: 'no-answer', failure: NOTHING_ASKED };
  const response = look.response.value;
  if (response.status !== 200) return { kind: 'other-status', response };
  const { body } = response;
  const json = readJson(body.kind === 'seen' ? bodyText(body.value) : null);
  if (json.kind === 'not-json') return { kind: 'not-json', fault: json.fault };
  if (!isJsonObject(json.value)) return { kind: 'not-an-object' };
  const { server } = json.value;
  const members = isJsonObject(server) ? server : {};
  return { kind: 'version', name: textOrNull(members.name), version: textOrNull(members.version) };
});

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const NOTHING_ASKED: Failure = { layer: 'internal', reason: 'internal', message: 'nothing was asked', code: null };
