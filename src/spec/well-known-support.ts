import type { JsonFault } from './json.js';

export interface SupportContact {
  readonly role: string;
  readonly matrixId: string | null;
  readonly emailAddress: string | null;
}

/** What the text of `/.well-known/matrix/support` says (Client-Server specification, MSC1929). `faults`: each a plain sentence without a full stop. */
export type SupportFileReading =
  | { readonly kind: 'invalid-json'; readonly fault: JsonFault }
  | { readonly kind: 'not-an-object'; readonly found: string }
  | {
      readonly kind: 'read';
      readonly contacts: readonly SupportContact[];
      readonly supportPage: string | null;
      readonly faults: readonly string[];
    };

export const readSupportFile = (text: string | null): SupportFileReading => {
  throw new Error(`not written yet: ${text}`);
};
