import { isJsonObject, type JsonFault, type JsonObject, type JsonText, jsonKind, readJson } from './json.js';
import { parseServerName, type ServerName, type ServerNameProblem } from './server-name.js';

/** What the text of `/.well-known/matrix/server` says (Server-Server specification, "Resolving server names", step 3). */
export type ServerFileReading =
  | {
      readonly kind: 'delegates';
      readonly mServer: string;
      readonly delegate: ServerName;
      readonly members: JsonObject;
      readonly duplicateKeys: readonly string[];
    }
  | { readonly kind: 'invalid-json'; readonly fault: JsonFault }
  /** JSON, but no object with a string `m.server`; `found` says what is there instead ("an array", "no m.server", "m.server is a number"). */
  | { readonly kind: 'missing-m-server'; readonly found: string; readonly members: JsonObject | null }
  | {
      readonly kind: 'invalid-m-server';
      readonly mServer: string;
      readonly problem: ServerNameProblem;
      readonly members: JsonObject;
    };

export const readServerFile = (text: JsonText): ServerFileReading => {
  const json = readJson(text);
  if (json.kind === 'not-json') return { kind: 'invalid-json', fault: json.fault };
  const members = json.value;
  if (!isJsonObject(members)) return { kind: 'missing-m-server', found: jsonKind(members), members: null };
  const mServer = members['m.server'];
  if (typeof mServer !== 'string') {
    const found = mServer === undefined ? 'no m.server' : `m.server is ${jsonKind(mServer)}`;
    return { kind: 'missing-m-server', found, members };
  }
  const name = parseServerName(mServer);
  if (name.kind === 'invalid') return { kind: 'invalid-m-server', mServer, problem: name.problem, members };
  return { kind: 'delegates', mServer, delegate: name.serverName, members, duplicateKeys: json.duplicateKeys };
};
