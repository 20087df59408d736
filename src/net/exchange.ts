import type { Failure, FailureLayer } from '../facts/failure.js';
import type { Body, HeaderLine, HttpResponse } from '../facts/http.js';
import { failed, type Observation, seen } from '../facts/observation.js';
import { bodyOf } from './body.js';
import { createByteCollector } from './byte-collector.js';
import type { Connection } from './connection.js';
import type { Deadline } from './deadline.js';
import { failureFromError } from './failure-from-error.js';
import { announcedBytes, headerLines, isBodiless, type ResponseHead } from './response-head.js';
import { startStopwatch } from './stopwatch.js';
import { timeoutFailure } from './timeout-failure.js';

export interface ExchangeRequest {
  readonly method: 'GET' | 'OPTIONS';
  readonly path: string;
  /** Host included. */
  readonly headers: readonly HeaderLine[];
  readonly maxBytes: number;
}

export interface ExchangeLimits {
  /** From the request to the whole response head. */
  readonly firstByteMs: number;
  /** From the head to the last byte of the body. */
  readonly bodyMs: number;
  /** Both together. */
  readonly totalMs: number;
}

export interface Exchange {
  readonly response: Observation<HttpResponse>;
  readonly firstByteMs: number | null;
  readonly bodyMs: number | null;
  /** The connection ended before a single byte of an answer: on a kept connection that is nobody's fault. */
  readonly unheard: boolean;
}

const MAX_INTERIM_RESPONSES = 8;
/** Bytes on the wire for each byte of body that may be: chunk sizes and extensions are no way around the limit. */
const WIRE_FACTOR = 8;
const WIRE_SLACK = 65_536;
const WIRE_WATCH_MS = 200;

/** Sends one request on a connection and reads the answer. Where the answer is not read to its end, the connection is destroyed. */
export const exchange = (
  connection: Connection,
  request: ExchangeRequest,
  limits: ExchangeLimits,
  deadline: Deadline,
): Promise<Exchange> =>
  new Promise((resolve) => {
    const elapsed = startStopwatch();
    const wireLimit = connection.socket.bytesRead + WIRE_FACTOR * request.maxBytes + WIRE_SLACK;
    const collector = createByteCollector(request.maxBytes);
    let head: ResponseHead | null = null;
    let interim = 0;
    let begun = false;
    let settled = false;

    const settle = (body: Observation<Body> | Failure) => {
      if (settled) return;
      settled = true;
      for (const cancel of cancels) cancel();
      clearInterval(watch);
      const failure = 'reason' in body ? body : body.kind === 'failed' ? body.failure : null;
      if (failure !== null) connection.destroy();
      const now = elapsed();
      resolve({
        response: responseOf(head, body),
        firstByteMs: head?.firstByteMs ?? null,
        bodyMs: head === null || failure !== null ? null : Math.round((now - head.firstByteMs) * 10) / 10,
        unheard: head === null && !begun && failure?.reason === 'closed',
      });
    };
    const layer = (): FailureLayer => (head === null ? 'http' : 'body');
    const fail = (failure: Failure) => settle(head === null ? failure : failed(failure));
    const timeOut = (limitMs: number, during: FailureLayer | null) =>
      deadline.after(limitMs, (cause) => {
        if (during === null || during === layer()) fail(timeoutFailure(layer(), cause, limitMs, deadline));
      });
    const notHttp = (message: string) => fail({ layer: 'http', reason: 'not-http', message, code: null });
    const tooLarge = (message: string) => fail({ layer: 'body', reason: 'body-too-large', message, code: null });

    const cancels = [timeOut(limits.totalMs, null), timeOut(limits.firstByteMs, 'http')];
    const watch = setInterval(() => {
      if (connection.socket.bytesRead <= wireLimit) return;
      if (head === null) notHttp('a flood of bytes without a response head');
      else tooLarge(`more bytes around the body than any answer of ${request.maxBytes} needs`);
    }, WIRE_WATCH_MS);

    connection.client.dispatch(
      { method: request.method, path: request.path, headers: request.headers.flat() },
      {
        onRequestStart() {},
        onResponseStarted() {
          begun = true;
        },
        onResponseStart(controller, status) {
          if (settled) return;
          if (status < 200) {
            interim += 1;
            if (interim > MAX_INTERIM_RESPONSES) notHttp(`more than ${MAX_INTERIM_RESPONSES} interim responses`);
            return;
          }
          head = { status, headers: headerLines(controller.rawHeaders), firstByteMs: elapsed() };
          cancels.push(timeOut(limits.bodyMs, 'body'));
          const announced = announcedBytes(head);
          if (announced >= request.maxBytes) tooLarge(`${announced} bytes announced, the limit is ${request.maxBytes}`);
        },
        onResponseData(_controller, chunk) {
          if (!settled && !collector.add(chunk)) tooLarge(`${request.maxBytes} bytes or more`);
        },
        onResponseEnd() {
          // undici takes a reset for the end of a body that has no length.
          if (connection.error !== null) return fail(failureFromError(connection.error, 'body'));
          settle(seen(bodyOf(collector.content())));
        },
        onResponseError(_controller, error) {
          // undici misses the body that such a response announces and does not have.
          if (head !== null && isBodiless(head.status) && collector.size === 0)
            return settle(seen(bodyOf(Buffer.alloc(0))));
          // At the end of the run the connection is destroyed from here, which undici may report before the timer of this wait rings.
          if (deadline.over && connection.error === null)
            return fail(timeoutFailure(layer(), 'run', limits.totalMs, deadline));
          fail(failureFromError(connection.error ?? error, layer()));
        },
      },
    );
  });

const responseOf = (head: ResponseHead | null, body: Observation<Body> | Failure): Observation<HttpResponse> => {
  if ('reason' in body) return failed(body);
  return seen({ status: head?.status ?? 0, headers: head?.headers ?? [], body });
};
