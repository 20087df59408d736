/** Something that was seen, as a line of a report: "203.0.113.10:443" -> "shows example.com (Let's Encrypt, until 2027-01-12)". */
export interface Evidence {
  readonly label: string;
  readonly value: string;
}

/** What fills the `{placeholders}` of a check's texts. */
export type Values = Readonly<Record<string, string>>;

/** What a check found. `subject` names what it is about (a host, an address with port, a file's URL, a key id); null where there is just one. */
export type Verdict =
  | { readonly outcome: 'pass'; readonly subject: string | null; readonly evidence: readonly Evidence[] }
  | {
      readonly outcome: 'fail';
      readonly subject: string | null;
      readonly values: Values;
      readonly evidence: readonly Evidence[];
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
}): Verdict => ({
  outcome: 'fail',
  subject: failure.subject ?? null,
  values: failure.values ?? {},
  evidence: failure.evidence ?? [],
});

/** The question does not arise here. `because`: one plain sentence without a full stop. */
export const notApplicable = (because: string): Verdict => ({ outcome: 'not-applicable', because });

/** The facts are missing. `because` names what blocked it: "no TLS session with 203.0.113.10:443". */
export const notTested = (because: string): Verdict => ({ outcome: 'not-tested', because });
