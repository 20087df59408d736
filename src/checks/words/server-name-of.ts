import type { Facts } from '../../facts/facts.js';
import { bareHostname } from '../../spec/server-name.js';

/** The server name that is checked, as written; what was typed where it is none. */
export const serverNameOf = ({ input }: Facts): string =>
  input.reading.kind === 'valid' ? input.reading.serverName.text : input.typed;

/** Its hostname as it is asked of DNS. */
export const hostnameOf = ({ input }: Facts): string =>
  input.reading.kind === 'valid' ? bareHostname(input.reading.serverName) : input.typed;
