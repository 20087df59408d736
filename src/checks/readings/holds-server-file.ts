import type { ClientFileFetched } from '../../facts/well-known-state.js';

/** Whether `m.server` stands where `m.homeserver` should: the server file at the client file's path. */
export const holdsServerFile = (fetched: ClientFileFetched | null): boolean =>
  fetched?.reading?.kind === 'missing-base-url' &&
  Object.hasOwn(fetched.reading.members, 'm.server') &&
  !Object.hasOwn(fetched.reading.members, 'm.homeserver');
