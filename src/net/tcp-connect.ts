import { connect, type Socket } from 'node:net';
import type { Failure } from '../facts/failure.js';
import type { Deadline } from './deadline.js';
import { failureFromError } from './failure-from-error.js';
import { notPublicFailure } from './not-public-failure.js';
import type { OpenSockets } from './open-sockets.js';
import type { Route } from './route.js';
import { timeoutFailure } from './timeout-failure.js';

export interface ConnectContext {
  readonly deadline: Deadline;
  readonly sockets: OpenSockets;
  readonly route: Route;
  /** Nothing is connected to that is not globally reachable. */
  readonly publicOnly: boolean;
}

/**
 * Opens a TCP connection to this very address, or says why there is none. Nothing else in this project connects to what a server or DNS names,
 * so this is where `publicOnly` holds: for the address that is dialled, wherever it came from.
 */
export const connectTcp = (
  address: string,
  port: number,
  limitMs: number,
  { deadline, sockets, route, publicOnly }: ConnectContext,
): Promise<Socket | Failure> =>
  new Promise((resolve) => {
    const refused = publicOnly ? notPublicFailure(address) : null;
    if (refused !== null) return resolve(refused);
    if (deadline.over) return resolve(timeoutFailure('tcp', 'run', limitMs, deadline));
    const to = route(address, port);
    if (to.kind === 'error') return resolve(failureFromError(systemError(to.code), 'tcp'));
    const socket =
      to.kind === 'to' ? connect({ host: to.address, port: to.port, autoSelectFamily: false, noDelay: true }) : null;
    const settle = (result: Socket | Failure) => {
      cancel();
      socket?.off('error', fail);
      if (result !== socket) socket?.destroy();
      resolve(result);
    };
    const fail = (error: unknown) => settle(failureFromError(error, 'tcp'));
    const cancel = deadline.after(limitMs, (cause) => settle(timeoutFailure('tcp', cause, limitMs, deadline)));
    if (socket === null) return;
    sockets.add(socket, () => socket.destroy());
    // Stays: an error with nobody listening would end the process.
    socket.on('error', () => undefined);
    socket.on('error', fail);
    socket.once('connect', () => settle(socket));
  });

const systemError = (code: string): Error => Object.assign(new Error(code), { code });
