/**
 * Whether a name can be asked for (RFC 1035 2.3.4): ASCII labels of 1 to 63 octets, 253 characters in all without the final dot; `.` is
 * the root. Checked before encoding, because dns-packet would write a broken packet without a word.
 */
export const isAskableName = (name: string): boolean => {
  if (name === '.') return true;
  const bare = name.replace(/\.$/, '');
  return bare.length <= 253 && /^[!-~]+$/.test(bare) && !bare.includes('\\') && bare.split('.').every(fits);
};

const fits = (label: string): boolean => label.length >= 1 && label.length <= 63;

/** What reading the names of one message may still cost: bounds the work that a chain of compression pointers can cause. */
export interface NameBudget {
  steps: number;
}

const MAX_POINTERS = 126;
const MAX_OCTETS = 255;

/**
 * Reads a name at `offset`, pointers followed, in presentation form without the final dot: a dot, a backslash or an octet outside of
 * printable ASCII within a label is escaped (RFC 4343 2.1), so that two names are equal exactly when their labels are. `next` is the
 * offset behind it. Throws an Error for what is no name.
 */
export const readName = (
  message: Buffer,
  offset: number,
  budget: NameBudget,
): { readonly name: string; readonly next: number } => {
  const labels: string[] = [];
  let at = offset;
  let next: number | null = null;
  let pointers = 0;
  let octets = 1;
  for (;;) {
    budget.steps -= 1;
    if (budget.steps < 0) throw new Error('its names take too much work to read');
    const length = octetAt(message, at);
    if (length === 0) {
      return { name: labels.length === 0 ? '.' : labels.join('.'), next: next ?? at + 1 };
    }
    if (length >= 0xc0) {
      const target = ((length & 0x3f) << 8) | octetAt(message, at + 1);
      next ??= at + 2;
      pointers += 1;
      if (target >= at || pointers > MAX_POINTERS) throw new Error('a compression pointer leads nowhere');
      at = target;
    } else if (length >= 0x40) {
      throw new Error('a label has an unknown type');
    } else {
      octets += length + 1;
      if (octets > MAX_OCTETS) throw new Error('a name is longer than 255 octets');
      if (at + 1 + length > message.length) throw new Error('a name is cut off');
      labels.push(presentLabel(message.subarray(at + 1, at + 1 + length)));
      at += 1 + length;
    }
  }
};

/** The offset behind a name, without following pointers. */
export const skipName = (message: Buffer, offset: number): number => {
  let at = offset;
  for (;;) {
    const length = octetAt(message, at);
    if (length === 0) return at + 1;
    if (length >= 0xc0) return at + 2;
    if (length >= 0x40) throw new Error('a label has an unknown type');
    at += 1 + length;
  }
};

const octetAt = (message: Buffer, offset: number): number => {
  const octet = message[offset];
  if (octet === undefined) throw new Error('a name is cut off');
  return octet;
};

const presentLabel = (label: Buffer): string =>
  label
    .toString('latin1')
    .replace(/[^!-~]|[.\\]/g, (character) =>
      character === '.' || character === '\\'
        ? `\\${character}`
        : `\\${character.charCodeAt(0).toString().padStart(3, '0')}`,
    );
