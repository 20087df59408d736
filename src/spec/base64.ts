/**
 * Unpadded base64 of the appendices, decoded leniently as far as other servers are lenient, with what was odd about it.
 * `invalid`: characters that belong to neither alphabet, or an impossible length. Non-zero trailing bits are allowed: the specification's own vector has them.
 */
export type Base64Reading =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly oddities: readonly ('padded' | 'url-safe')[] }
  | { readonly kind: 'invalid' };

export const readBase64 = (text: string): Base64Reading => {
  throw new Error(`not written yet: ${text}`);
};
