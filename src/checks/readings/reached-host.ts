import type { ClientFacts } from '../../facts/client.js';
import { seenValue } from '../../facts/observation.js';

/** Whether any address of that host took a connection from here, of those that clients ask. */
export const isReachedHost = ({ file, homeserver }: ClientFacts, host: string): boolean =>
  [...file.fetches.flatMap(({ hops }) => hops), ...(seenValue(homeserver)?.versions ?? [])].some(
    ({ destination, connection }) => destination.host === host && connection.kind === 'seen',
  );
