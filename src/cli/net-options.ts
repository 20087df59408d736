import type { NetOptions } from '../net/live.js';
import { loadTrustStore, type TrustStore, TrustStoreError } from '../net/trust.js';
import type { Io } from './io.js';
import type { NetworkOptions } from './options/network.js';
import { UsageError } from './usage-error.js';

/** What `openNet` needs, made once for all names: reading the root certificates takes a while. */
export const toNetOptions = (options: NetworkOptions, { env }: Pick<Io, 'env'>): NetOptions => ({
  ...(options.resolvers.length > 0 ? { resolvers: options.resolvers } : {}),
  timeoutMs: options.timeoutMs,
  trustStore: trustStore(options.caFiles, env),
  overrides: options.overrides,
  publicOnly: options.publicOnly,
  env,
});

const trustStore = (caFiles: readonly string[], env: Io['env']): TrustStore => {
  try {
    return loadTrustStore({ caFiles, env });
  } catch (error) {
    if (error instanceof TrustStoreError) throw new UsageError(`--ca-file: ${error.message}`);
    throw error;
  }
};
