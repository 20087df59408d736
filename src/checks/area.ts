/** The side of discovery that an area's findings count for. `name` counts for the whole. */
export type Side = 'name' | 'federation' | 'client' | 'support';

/** The folders of `src/checks`, in the order in which a report reads, and the side each belongs to. */
export const AREAS = {
  'server-name': 'name',
  dns: 'federation',
  'well-known': 'federation',
  srv: 'federation',
  connection: 'federation',
  tls: 'federation',
  federation: 'federation',
  keys: 'federation',
  client: 'client',
  cors: 'client',
  'client-tls': 'client',
  'client-api': 'client',
  'sign-in': 'client',
  calls: 'client',
  'policy-server': 'client',
  support: 'support',
} as const satisfies Record<string, Side>;

export type Area = keyof typeof AREAS;
