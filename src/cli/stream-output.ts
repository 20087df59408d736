import type { WriteStream } from 'node:tty';
import { type Output, OutputError } from './io.js';

/** A stream of the process as an Output. A reader that goes away (`| head -1`) is no error. */
export const streamOutput = (stream: NodeJS.WriteStream & Partial<Pick<WriteStream, 'columns'>>): Output => {
  let closed = false;
  // Without a listener an EPIPE would end the process with a stack trace; the callback of `write` gets it as well.
  stream.on('error', () => {
    closed = true;
  });
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        if (closed) return resolve();
        stream.write(text, (error) => {
          if (error === null || error === undefined || isGone(error)) return resolve();
          reject(new OutputError(`cannot write: ${error.message}`));
        });
      }),
    get closed() {
      return closed;
    },
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
  };
};

const isGone = (error: NodeJS.ErrnoException): boolean =>
  error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' || error.code === 'ERR_STREAM_WRITE_AFTER_END';
