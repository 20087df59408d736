import type { Connection, Endpoint, NoConnection } from './connection.js';
import type { Deadline } from './deadline.js';
import { failureFromError } from './failure-from-error.js';
import type { ConnectionWatcher } from './net.js';

/** A connection for one request, or why there is none. Give a connection back with `release`. */
export type Lease =
  | { readonly kind: 'leased'; readonly connection: Connection; readonly fresh: boolean }
  | NoConnection;

export interface Connections {
  lease(endpoint: Endpoint, wish?: Wish): Promise<Lease>;
  /** After the whole answer; a connection that is no longer usable is dropped. */
  release(endpoint: Endpoint, connection: Connection): void;
  destroyAll(): void;
}

export interface Wish {
  /** Asks for a new connection, whatever is there. */
  readonly fresh?: boolean;
  readonly onConnection?: ConnectionWatcher | undefined;
}

interface Shelf {
  readonly busy: Set<Connection>;
  readonly idle: Connection[];
  opening: number;
  /** The first attempt's failure, when none ever succeeded: asked once is asked for the whole run. */
  failure: NoConnection | null;
  everOpened: boolean;
  /** How many there may be at once: fewer than usual where the server took no more. */
  limit: number;
  /** Those in line, in the order of their coming. */
  readonly waiting: Set<() => void>;
}

/** As browsers do. */
const MAX_CONNECTIONS = 6;
const MIN_PATIENCE_MS = 250;

/**
 * Keeps connections by endpoint. A request joins a handshake that is under way. Where the connection is in use it waits for it, unless so many
 * are in line before it that a new one is made sooner; and not longer than a new one may take to be made (twice the handshake, at least a
 * quarter of a second), since one slow answer must not eat the time of the others. A failed attempt is not repeated; where it was for one
 * connection more, the request goes back into the line.
 */
export const createConnections = (
  open: (endpoint: Endpoint, onConnection?: ConnectionWatcher) => Promise<Connection | NoConnection>,
  deadline: Deadline,
): Connections => {
  const shelves = new Map<string, Shelf>();
  const shelfOf = ({ address, port, sni, onlyTls12 = false }: Endpoint): Shelf => {
    const key = JSON.stringify([address, port, sni, onlyTls12]);
    const shelf = shelves.get(key) ?? {
      busy: new Set(),
      idle: [],
      opening: 0,
      failure: null,
      everOpened: false,
      limit: MAX_CONNECTIONS,
      waiting: new Set(),
    };
    shelves.set(key, shelf);
    return shelf;
  };
  const wake = (shelf: Shelf) => {
    for (const go of [...shelf.waiting]) go();
  };

  const openOn = async (shelf: Shelf, endpoint: Endpoint, { onConnection }: Wish): Promise<Lease> => {
    shelf.opening += 1;
    const result = await open(endpoint, onConnection).catch(defect);
    shelf.opening -= 1;
    if (result.kind === 'open') {
      shelf.everOpened = true;
      shelf.busy.add(result);
      wake(shelf);
      return { kind: 'leased', connection: result, fresh: true };
    }
    if (shelf.everOpened) shelf.limit = Math.max(1, shelf.busy.size);
    else shelf.failure = result;
    wake(shelf);
    return result;
  };

  /** Resolves when something changed on the shelf, or when patience ran out. */
  const change = (shelf: Shelf, patienceMs: number): Promise<void> =>
    new Promise((resolve) => {
      const go = () => {
        cancel();
        shelf.waiting.delete(go);
        resolve();
      };
      const cancel = deadline.after(patienceMs, go);
      shelf.waiting.add(go);
    });

  const takeIdle = (shelf: Shelf): Connection | undefined => {
    for (;;) {
      const connection = shelf.idle.pop();
      if (connection === undefined || connection.usable) return connection;
      connection.destroy();
    }
  };

  return {
    async lease(endpoint, wish = {}) {
      const shelf = shelfOf(endpoint);
      if (wish.fresh === true) return openOn(shelf, endpoint, wish);
      let impatientAt: number | null = null;
      for (;;) {
        if (shelf.failure !== null) return shelf.failure;
        const idle = takeIdle(shelf);
        if (idle !== undefined) {
          shelf.busy.add(idle);
          wish.onConnection?.(null);
          wish.onConnection?.(idle.session);
          return { kind: 'leased', connection: idle, fresh: false };
        }
        const impatient = impatientAt !== null && performance.now() >= impatientAt;
        const full = shelf.busy.size + shelf.opening >= shelf.limit;
        const first = shelf.busy.size + shelf.opening === 0;
        if (deadline.over || first) return openOn(shelf, endpoint, wish);
        if (!full && shelf.busy.size > 0 && (impatient || isLongLine(shelf))) {
          const lease = await openOn(shelf, endpoint, wish);
          if (lease.kind === 'leased') return lease;
          continue;
        }
        if (shelf.busy.size > 0) impatientAt ??= performance.now() + patience(shelf.busy);
        const wait = impatientAt === null || full ? Number.POSITIVE_INFINITY : impatientAt - performance.now();
        await change(shelf, Math.max(1, wait));
      }
    },
    release(endpoint, connection) {
      const shelf = shelfOf(endpoint);
      shelf.busy.delete(connection);
      if (connection.usable) shelf.idle.push(connection);
      else connection.destroy();
      wake(shelf);
    },
    destroyAll() {
      for (const { busy, idle } of shelves.values()) for (const connection of [...busy, ...idle]) connection.destroy();
    },
  };
};

/** A port out of range, for instance: no fault of the other side. */
const defect = (error: unknown): NoConnection => ({
  kind: 'failed',
  failure: { ...failureFromError(error, 'internal'), layer: 'internal', reason: 'internal' },
  tcpMs: null,
});

/** Each answer before ours takes a round trip at least, which is what a TCP connection takes. */
const isLongLine = ({ waiting, busy, opening }: Shelf): boolean => {
  const answersBefore = (waiting.size + 1) / (busy.size + opening);
  return [...busy].every(({ tcpMs, tlsMs }) => answersBefore * tcpMs > tcpMs + tlsMs);
};

const patience = (busy: ReadonlySet<Connection>): number =>
  Math.max(MIN_PATIENCE_MS, ...[...busy].map(({ tcpMs, tlsMs }) => 2 * (tcpMs + tlsMs)));
