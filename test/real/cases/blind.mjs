import { BLACK_HOLE } from '../namespaces.mjs';
import { healthy } from '../worlds.mjs';

const UNKNOWN = {
  outcome: 'unknown',
  federation: { outcome: 'unknown', destinations: [], signingKeys: null },
  client: { outcome: 'unknown', baseUrl: null },
};

/** Nothing can be seen from here, so nothing may be said about the server. */
export const blind = [
  {
    name: 'no network and no resolver here',
    world: healthy,
    from: 'island',
    args: () => [],
    exit: 3,
    report: () => UNKNOWN,
    failed: [],
  },
  {
    name: 'no route to the resolver',
    world: healthy,
    from: 'island',
    args: ({ resolver }) => ['--resolver', resolver],
    exit: 3,
    report: () => UNKNOWN,
    failed: [],
  },
  {
    name: 'a resolver that never answers',
    world: healthy,
    args: () => ['--resolver', BLACK_HOLE.v4],
    exit: 3,
    report: () => UNKNOWN,
    failed: [],
  },
];
