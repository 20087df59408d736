import type { JsonFault, JsonObject } from './json.js';
import type { ServerName, ServerNameProblem } from './server-name.js';

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
  /** JSON, but no object with a string `m.server`; `found` says what is there instead ("an array", "m.server is a number"). */
  | { readonly kind: 'missing-m-server'; readonly found: string; readonly members: JsonObject | null }
  | {
      readonly kind: 'invalid-m-server';
      readonly mServer: string;
      readonly problem: ServerNameProblem;
      readonly members: JsonObject;
    };

/** `text` null: the bytes were not UTF-8. */
export const readServerFile = (text: string | null): ServerFileReading => {
  throw new Error(`not written yet: ${text}`);
};
