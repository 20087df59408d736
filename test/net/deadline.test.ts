import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { startDeadline } from '../../src/net/deadline.js';

const causes = () => {
  const heard: string[] = [];
  return { heard, stop: (cause: string) => void heard.push(cause) };
};

describe('a deadline', () => {
  it('stops waits by their limit, or by the end of the run', async () => {
    const deadline = startDeadline(60);
    const { heard, stop } = causes();
    deadline.after(5, stop);
    deadline.after(1_000_000, stop);
    deadline.after(Number.POSITIVE_INFINITY, stop);
    expect(deadline.over).toBe(false);
    await expect.poll(() => heard).toEqual(['limit', 'run', 'run']);
    expect(deadline.passed).toBe(true);
    expect(deadline.over).toBe(true);
  });

  it('does not stop what was taken back', async () => {
    const deadline = startDeadline(20);
    const { heard, stop } = causes();
    deadline.after(1, stop)();
    deadline.after(1_000, stop)();
    await sleep(60);
    expect(heard).toEqual([]);
  });

  it('does not beat an answer that is already there', async () => {
    // In a thread of its own: it answers while this one is held up.
    const server = new Worker(
      `const { createServer } = require('node:net');
       const server = createServer((socket) => setTimeout(() => socket.end('answer'), 20));
       server.listen(0, '127.0.0.1', () => require('node:worker_threads').parentPort.postMessage(server.address().port));`,
      { eval: true },
    );
    const [port] = await once(server, 'message');
    const deadline = startDeadline(60_000);
    const socket = connect(port, '127.0.0.1');
    const winner = await new Promise((resolve) => {
      socket.once('data', () => resolve('answer'));
      socket.once('connect', () => {
        deadline.after(10, () => resolve('limit'));
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
      });
    });
    expect(winner).toBe('answer');
    deadline.close();
    socket.destroy();
    await server.terminate();
  });

  it('that is closed is over, but did not pass', async () => {
    const deadline = startDeadline(20);
    const { heard, stop } = causes();
    deadline.after(1_000, stop);
    deadline.close();
    deadline.close();
    expect(heard).toEqual(['run']);
    await sleep(40);
    expect([deadline.over, deadline.passed]).toEqual([true, false]);
  });

  it('stops at once what begins after its end', async () => {
    const deadline = startDeadline(20);
    deadline.close();
    const { heard, stop } = causes();
    deadline.after(1_000, stop);
    await expect.poll(() => heard).toEqual(['run']);
  });
});
