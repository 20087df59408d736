import { createPublicKey, verify } from 'node:crypto';

export const ED25519_KEY_BYTES = 32;
export const ED25519_SIGNATURE_BYTES = 64;

/** RFC 8032. False also for keys and signatures of a wrong length. Never throws. */
export const verifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean => {
  if (publicKey.length !== ED25519_KEY_BYTES || signature.length !== ED25519_SIGNATURE_BYTES) return false;
  try {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
    return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature);
  } catch {
    return false;
  }
};

/** Whether a public key is one of the few points of small order: anybody can make signatures that some verifier takes for its own. */
export const isSmallOrderPoint = (publicKey: Uint8Array): boolean => {
  const point = Buffer.from(publicKey);
  // The highest bit is the sign of x.
  point.writeUInt8(point.readUInt8(ED25519_KEY_BYTES - 1) & 0x7f, ED25519_KEY_BYTES - 1);
  return SMALL_ORDER_POINTS.has(point.toString('hex'));
};

/** Whether y is below the prime 2^255 - 19, as RFC 8032 5.1.3 demands. */
export const isCanonicalPoint = (publicKey: Uint8Array): boolean => {
  const [lowest = 0, ...others] = publicKey;
  const highest = others.pop() ?? 0;
  return lowest < 0xed || (highest & 0x7f) !== 0x7f || others.some((octet) => octet !== 0xff);
};

/** y of the points of order 1, 2, 4 and 8, with those encodings that are not reduced by the prime. */
const SMALL_ORDER_POINTS: ReadonlySet<string> = new Set([
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
]);
