import type { Destination } from '../../facts/destination.js';
import { hostAndPort } from '../../spec/server-name.js';

/** Where a look went: "203.0.113.10:443", "[2001:db8::10]:443". */
export const placeOf = ({ destination }: { readonly destination: Destination }): string =>
  hostAndPort(destination.address, destination.port);
