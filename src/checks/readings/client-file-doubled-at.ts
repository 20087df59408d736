import type { Facts } from '../../facts/facts.js';
import { seenValue } from '../../facts/observation.js';
import { corsHops } from './browser-block.js';

/** The URL of a client file that `host` gives with more than one Access-Control-Allow-Origin; null where it does not. */
export const clientFileDoubledAt = (host: string, { client }: Facts): string | null => {
  const hops = (seenValue(client)?.file.fetches ?? []).flatMap((fetch) => corsHops(fetch));
  const doubled = hops.find(
    ({ look, isLast, reading }) =>
      isLast &&
      look.destination.host === host &&
      look.response.kind === 'seen' &&
      look.response.value.status === 200 &&
      reading.kind === 'blocked' &&
      reading.fault.startsWith('several-'),
  );
  return doubled?.look.url ?? null;
};
