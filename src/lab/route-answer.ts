import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { RouteAnswer } from './scenario.js';

export interface SendingMeans {
  /** Ends delays. */
  readonly stopped: AbortSignal;
  /** Breaks the TCP connection off, below TLS. */
  reset(): void;
}

/** Sends an answer as it stands: header lines in their order and spelling, duplicates too; then the body, or what the fault leaves of it. */
export const sendAnswer = async (
  response: ServerResponse,
  answer: RouteAnswer,
  { stopped, reset }: SendingMeans,
): Promise<void> => {
  if (answer.delayMs !== undefined) {
    try {
      await wait(answer.delayMs, undefined, { signal: stopped });
    } catch {
      return;
    }
  }
  const { socket } = response;
  if (socket === null || socket.destroyed) return;
  if (answer.fault === 'reset') {
    reset();
    return;
  }
  const body = bodyOf(answer);
  response.writeHead(answer.status ?? 200, headerList(answer, body));
  if (answer.fault === undefined) {
    response.end(body);
    return;
  }
  const half = body.subarray(0, Math.floor(body.length / 2));
  response.write(half, () => {
    if (answer.fault === 'truncate') socket.end();
  });
};

const BODILESS = [204, 304];

const bodyOf = ({ status, text, base64, bytes, json }: RouteAnswer): Buffer => {
  if (status !== undefined && BODILESS.includes(status)) return Buffer.alloc(0);
  if (text !== undefined) return Buffer.from(text);
  if (base64 !== undefined) return Buffer.from(base64, 'base64');
  if (bytes !== undefined) return Buffer.from(`"${' '.repeat(bytes - 2)}"`);
  return json === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(json));
};

/** A flat list of names and values, which node:http sends as it is. */
const headerList = (answer: RouteAnswer, body: Buffer): string[] => {
  const given = Object.entries(answer.headers ?? {});
  const names = given.map(([name]) => name.toLowerCase());
  const isJson =
    [answer.text, answer.base64, answer.bytes].every((other) => other === undefined) && answer.json !== undefined;
  return [
    ...(isJson && !names.includes('content-type') ? ['Content-Type', 'application/json'] : []),
    ...given.flatMap(([name, value]) => (typeof value === 'string' ? [value] : value).flatMap((line) => [name, line])),
    ...(names.includes('content-length') || names.includes('transfer-encoding') || isBodiless(answer)
      ? []
      : ['Content-Length', String(body.length)]),
  ];
};

const isBodiless = ({ status }: RouteAnswer): boolean => status !== undefined && BODILESS.includes(status);
