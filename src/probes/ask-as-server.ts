import type { HttpLook } from '../facts/http.js';
import type { Net } from '../net/net.js';
import type { Located } from '../resolution/destinations.js';
import { httpsUrl } from '../resolution/redirect-location.js';
import { ANSWER_MAX_BYTES } from '../spec/constants.js';

/** A GET as one homeserver sends it to another. The URL names the host that the certificate must be for, and the port that was connected to. */
export const askAsServer = (net: Net, { destination, dnsMs }: Located, path: string): Promise<HttpLook> => {
  const { certificateName, port } = destination;
  const host = certificateName.includes(':') ? `[${certificateName}]` : certificateName;
  return net.request({
    method: 'GET',
    url: httpsUrl(host, port, path).text,
    path,
    destination,
    maxBytes: ANSWER_MAX_BYTES,
    dnsMs,
  });
};
