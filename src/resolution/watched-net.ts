import type { DnsLookup } from '../facts/dns.js';
import type { HttpLook } from '../facts/http.js';
import type { Net } from '../net/net.js';

/** The same port, which tells of each answer once, however often the question was put. */
export const watchNet = (
  net: Net,
  { onLookup, onLook }: { readonly onLookup: (lookup: DnsLookup) => void; readonly onLook: (look: HttpLook) => void },
): Net => {
  const told = new WeakSet<object>();
  const once = <T extends object>(answer: T, tell: (answer: T) => void): T => {
    if (!told.has(answer)) {
      told.add(answer);
      tell(answer);
    }
    return answer;
  };
  return {
    lookup: async (name, type) => once(await net.lookup(name, type), onLookup),
    request: async (question) => once(await net.request(question), onLook),
    connectTo: (host, port) => net.connectTo(host, port),
    get setting() {
      return net.setting;
    },
    get timedOut() {
      return net.timedOut;
    },
    close: () => net.close(),
  };
};
