import { bodyText } from '../../facts/body-text.js';
import type { Body } from '../../facts/http.js';
import { isJsonObject, type JsonFault, type JsonObject, jsonKind, readJson } from '../../spec/json.js';

/** What the answer of `GET /_matrix/client/versions` says (Client-Server specification, "API Versions"). */
export type VersionsReading =
  | { readonly kind: 'invalid-json'; readonly fault: JsonFault }
  /** `found`: "it is an array", "it has no versions", "versions is a string", "versions is empty", "there is a number in versions". */
  | { readonly kind: 'wrong-shape'; readonly found: string }
  | {
      readonly kind: 'versions';
      readonly versions: readonly string[];
      /** undefined where there is none. */
      readonly unstableFeatures: unknown;
      readonly members: JsonObject;
      /** Members that stand twice in one object, as paths. */
      readonly duplicateKeys: readonly string[];
    };

export const readVersions = (body: Body): VersionsReading => {
  const json = readJson(bodyText(body));
  if (json.kind === 'not-json') return { kind: 'invalid-json', fault: json.fault };
  const { value } = json;
  if (!isJsonObject(value)) return wrongShape(`it is ${jsonKind(value)}`);
  const { versions } = value;
  if (versions === undefined) return wrongShape('it has no versions');
  if (!Array.isArray(versions)) return wrongShape(`versions is ${jsonKind(versions)}`);
  if (versions.length === 0) return wrongShape('versions is empty');
  const stranger: unknown = versions.find((version) => typeof version !== 'string');
  if (stranger !== undefined) return wrongShape(`there is ${jsonKind(stranger)} in versions`);
  return {
    kind: 'versions',
    versions,
    unstableFeatures: value.unstable_features,
    members: value,
    duplicateKeys: json.duplicateKeys,
  };
};

const wrongShape = (found: string): VersionsReading => ({ kind: 'wrong-shape', found });
