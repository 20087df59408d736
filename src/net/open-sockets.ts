import type { EventEmitter } from 'node:events';

/** Sockets of any kind that are open now, so that closing the port can wait until the last one is gone. */
export interface OpenSockets {
  /** Remembers a socket until it emits `close`; `destroy` must make it do so. */
  add(socket: EventEmitter, destroy: () => void): void;
  /** Destroys them all; resolves when every one is closed. */
  closeAll(): Promise<void>;
}

export const createOpenSockets = (): OpenSockets => {
  const open = new Map<EventEmitter, { readonly destroy: () => void; readonly closed: Promise<void> }>();
  return {
    add(socket, destroy) {
      const closed = new Promise<void>((resolve) => {
        socket.once('close', () => {
          open.delete(socket);
          resolve();
        });
      });
      open.set(socket, { destroy, closed });
    },
    async closeAll() {
      const entries = [...open.values()];
      for (const { destroy } of entries) destroy();
      await Promise.all(entries.map(({ closed }) => closed));
    },
  };
};
