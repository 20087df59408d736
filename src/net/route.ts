/** Where a connection to an address really goes. The embedded network leads the addresses of its small world to loopback ports with it. */
export type Route = (address: string, port: number) => RoutedTo;

export type RoutedTo =
  | { readonly kind: 'to'; readonly address: string; readonly port: number }
  /** The connection attempt fails at once with this error code of the operating system (`ENETUNREACH`). */
  | { readonly kind: 'error'; readonly code: string }
  /** The connection attempt is never answered. */
  | { readonly kind: 'black-hole' };

/** The route that is none. */
export const direct: Route = (address, port) => ({ kind: 'to', address, port });
