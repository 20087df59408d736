import type { Failure, FailureLayer } from '../facts/failure.js';
import type { Deadline, StopCause } from './deadline.js';

const WAITED_FOR = {
  dns: 'no answer',
  tcp: 'no TCP connection',
  tls: 'no complete TLS handshake',
  http: 'no complete response head',
  body: 'no complete body',
  internal: 'no end',
} as const satisfies Record<FailureLayer, string>;

/** A wait in `layer` was stopped after `limitMs`, or by the end of the run. */
export const timeoutFailure = (
  layer: FailureLayer,
  cause: StopCause,
  limitMs: number,
  deadline: Deadline,
): Failure => ({
  layer,
  reason: 'timeout',
  message:
    cause === 'limit'
      ? `${WAITED_FOR[layer]} within ${seconds(limitMs)}`
      : `${WAITED_FOR[layer]} before the whole run's time (${seconds(deadline.timeoutMs)}) was over`,
  code: null,
});

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`;
