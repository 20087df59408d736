/** Why a value has no canonical form: a fraction, an integer outside of [-(2^53)+1, 2^53-1], a lone surrogate. `path` leads to it. */
export interface CanonicalFault {
  readonly path: string;
  readonly message: string;
}

export type CanonicalReading =
  | { readonly kind: 'canonical'; readonly text: string }
  | { readonly kind: 'impossible'; readonly fault: CanonicalFault };

/** Canonical JSON of the appendices: members by Unicode code point, shortest form, `-0` as `0`. */
export const canonicalJson = (value: unknown): CanonicalReading => {
  throw new Error(`not written yet: ${String(value)}`);
};
