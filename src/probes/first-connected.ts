import type { HttpLook } from '../facts/http.js';
import type { Located } from '../resolution/destinations.js';

/** Asks one address after the other until one takes the connection, as clients do; the last look, undefined where there is no address. */
export const firstConnected = async (
  located: readonly Located[],
  ask: (at: Located) => Promise<HttpLook>,
): Promise<HttpLook | undefined> => {
  let look: HttpLook | undefined;
  for (const at of located) {
    look = await ask(at);
    if (look.connection.kind !== 'failed' || look.connection.failure.layer !== 'tcp') return look;
  }
  return look;
};
