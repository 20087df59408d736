/** What the first bytes of a connection say; `sni` is null where no name was sent. */
export type ClientHelloReading =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'not-tls' }
  | { readonly kind: 'hello'; readonly sni: string | null };

const HANDSHAKE_RECORD = 22;
const CLIENT_HELLO = 1;
const SERVER_NAME_EXTENSION = 0;

/** Reads the name in a TLS ClientHello (RFC 8446 section 4.1.2, RFC 6066 section 3), which may be spread over several records. */
export const readClientHello = (bytes: Buffer): ClientHelloReading => {
  if (bytes.length > 0 && bytes[0] !== HANDSHAKE_RECORD) return { kind: 'not-tls' };
  const message = handshakeBytes(bytes);
  if (message.length < 4) return { kind: 'incomplete' };
  if (message[0] !== CLIENT_HELLO) return { kind: 'not-tls' };
  const length = message.readUIntBE(1, 3);
  if (message.length < 4 + length) return { kind: 'incomplete' };
  try {
    return { kind: 'hello', sni: serverName(message.subarray(4, 4 + length)) };
  } catch {
    return { kind: 'not-tls' };
  }
};

/** The contents of all whole or begun records, without their heads. */
const handshakeBytes = (bytes: Buffer): Buffer => {
  const parts: Buffer[] = [];
  for (let at = 0; at + 5 <= bytes.length; at += 5 + bytes.readUInt16BE(at + 3)) {
    parts.push(bytes.subarray(at + 5, at + 5 + bytes.readUInt16BE(at + 3)));
  }
  return Buffer.concat(parts);
};

const serverName = (hello: Buffer): string | null => {
  let at = 2 + 32;
  at += 1 + hello.readUInt8(at);
  at += 2 + hello.readUInt16BE(at);
  at += 1 + hello.readUInt8(at);
  const end = at + 2 + (at < hello.length ? hello.readUInt16BE(at) : 0);
  for (at += 2; at < end; at += 4 + hello.readUInt16BE(at + 2)) {
    if (hello.readUInt16BE(at) !== SERVER_NAME_EXTENSION) continue;
    const nameLength = hello.readUInt16BE(at + 7);
    return hello.toString('latin1', at + 9, at + 9 + nameLength);
  }
  return null;
};
