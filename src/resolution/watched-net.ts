import type { DnsLookup } from '../facts/dns.js';
import type { HttpLook } from '../facts/http.js';
import type { HttpQuestion, Net } from '../net/net.js';

/** The same port, which tells of every DNS answer, and of every look once, however often the question was put. */
export const watchNet = (
  net: Net,
  { onLookup, onLook }: { readonly onLookup: (lookup: DnsLookup) => void; readonly onLook: (look: HttpLook) => void },
): Net => {
  const told = new Set<string>();
  return {
    lookup: async (name, type) => {
      const lookup = await net.lookup(name, type);
      onLookup(lookup);
      return lookup;
    },
    request: async (question) => {
      const look = await net.request(question);
      const key = questionKey(question);
      if (!told.has(key)) {
        told.add(key);
        onLook(look);
      }
      return look;
    },
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

const questionKey = ({ method, url, destination, headers }: HttpQuestion): string =>
  JSON.stringify([method, url, destination, headers]);
