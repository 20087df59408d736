/**
 * Unpadded base64 of the appendices, decoded leniently as far as other servers are lenient, with what was odd about it.
 * `invalid`: characters that belong to neither alphabet, or an impossible length. Non-zero trailing bits are allowed: the specification's own vector has them.
 */
export type Base64Reading =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly oddities: readonly ('padded' | 'url-safe')[] }
  | { readonly kind: 'invalid' };

export const readBase64 = (text: string): Base64Reading => {
  const parts = /^([A-Za-z0-9+/_-]*)(={0,2})$/.exec(text);
  const [, digits = '', padding = ''] = parts ?? [];
  if (parts === null || digits.length % 4 === 1) return { kind: 'invalid' };
  if (padding !== '' && (digits.length + padding.length) % 4 !== 0) return { kind: 'invalid' };
  const urlSafe = /[_-]/.test(digits);
  return {
    kind: 'bytes',
    bytes: new Uint8Array(Buffer.from(digits, 'base64')),
    oddities: [...(padding === '' ? [] : (['padded'] as const)), ...(urlSafe ? (['url-safe'] as const) : [])],
  };
};

/** Standard alphabet, no padding. */
export const writeBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');
