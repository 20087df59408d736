import { addressesOf } from '../../src/resolution/addresses.js';
import type { BaseUrlPlace } from '../../src/resolution/client.js';
import { locate, urlNames } from '../../src/resolution/destinations.js';
import { readBaseUrl } from '../../src/spec/well-known-client.js';
import type { FakeNet } from '../resolution/fake-net.js';

/** The place that a base URL leads to, as the walk of clients gives it. */
export const placeOf = async (net: FakeNet, written: string): Promise<BaseUrlPlace> => {
  const reading = readBaseUrl(written);
  if (reading.kind === 'invalid') throw new Error(reading.why);
  const { baseUrl } = reading;
  const addresses = await addressesOf(net, baseUrl.host, baseUrl.port);
  const located = locate(net, urlNames(baseUrl.host, baseUrl.port), addresses, baseUrl.port);
  return { baseUrl, addresses, located };
};
