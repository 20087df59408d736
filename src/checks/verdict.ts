import type { HttpLook } from '../facts/http.js';
import { seenValue } from '../facts/observation.js';
import { headerValues } from '../spec/header-lines.js';

/** Something that was seen, as a line of a report: "203.0.113.10:443" -> "shows example.com (Let's Encrypt, until 2027-01-12)". */
export interface Evidence {
  readonly label: string;
  readonly value: string;
}

/** What fills the `{placeholders}` of a check's texts. */
export type Values = Readonly<Record<string, string>>;

/** The answer that has to change: what the check's recipe is filled with, and for which web server it is shown. */
export interface Place {
  readonly url: string;
  /** The `Server` header of that answer; null where it has none, or where there was no answer. */
  readonly serverHeader: string | null;
  /** Its `Via` header, to which proxies add themselves; null likewise. */
  readonly via: string | null;
}

/** What a check found. `subject` names what it is about (a host, an address with port, a file's URL, a key id); null where there is just one. */
export type Verdict =
  | { readonly outcome: 'pass'; readonly subject: string | null; readonly evidence: readonly Evidence[] }
  | {
      readonly outcome: 'fail';
      readonly subject: string | null;
      readonly values: Values;
      readonly evidence: readonly Evidence[];
      readonly place: Place | null;
    }
  | { readonly outcome: 'not-applicable'; readonly because: string }
  | { readonly outcome: 'not-tested'; readonly because: string };

export const pass = (subject: string | null = null, evidence: readonly Evidence[] = []): Verdict => ({
  outcome: 'pass',
  subject,
  evidence,
});

export const fail = (failure: {
  subject?: string | null;
  values?: Values;
  evidence?: readonly Evidence[];
  /** The first answer that has to change; for checks with a recipe. */
  at?: HttpLook | null;
}): Verdict => ({
  outcome: 'fail',
  subject: failure.subject ?? null,
  values: failure.values ?? {},
  evidence: failure.evidence ?? [],
  place: failure.at ? placeOf(failure.at) : null,
});

const placeOf = ({ url, response }: HttpLook): Place => {
  const headers = seenValue(response)?.headers ?? [];
  return {
    url,
    serverHeader: headerValues(headers, 'server')[0] ?? null,
    via: headerValues(headers, 'via')[0] ?? null,
  };
};

/** The question does not arise here. `because`: one plain sentence without a full stop. */
export const notApplicable = (because: string): Verdict => ({ outcome: 'not-applicable', because });

/** The facts are missing. `because` names what blocked it: "no TLS session with 203.0.113.10:443". */
export const notTested = (because: string): Verdict => ({ outcome: 'not-tested', because });
