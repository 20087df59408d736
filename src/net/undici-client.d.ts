/** undici's client without the rest of undici, which has no declaration of its own. Loading all of it would cost as much again as starting Node. */
declare module 'undici/lib/dispatcher/client.js' {
  import type { Client } from 'undici';

  const client: typeof Client;
  // The module is CommonJS and exports the class itself.
  export default client;
}
