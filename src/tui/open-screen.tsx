import { Writable } from 'node:stream';
import { render } from 'ink';
import type { ReactNode } from 'react';
import { SuspendKey } from './components/suspend-key.js';
import { createPainter } from './painter.js';
import type { Terminal } from './terminal.js';
import { whenStopped } from './when-stopped.js';

/** A screen on a terminal, drawn by React. */
export interface Screen {
  /** Takes it off the terminal again and leaves nothing of it; resolves when that is done. */
  close(): Promise<void>;
}

/**
 * Ink makes the frames, `painter.ts` draws them: Ink's own drawing wipes the scrollback once a frame is as tall as the terminal, and leaves pieces behind
 * when the terminal gets narrower. One at a time. Nothing is seen of it before `afterMs`.
 */
export const openScreen = (terminal: Terminal, element: ReactNode, afterMs = 0): Screen => {
  const { stdout, stdin, hasSecondScreen, suspend } = terminal;
  const size = () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 });
  const painter = createPainter((text) => void stdout.write(text), size, hasSecondScreen);
  let frame: readonly string[] = [];
  let waiting = afterMs > 0;
  const draw = (): void => {
    if (!waiting) painter.paint(frame);
  };
  const timer = setTimeout(() => {
    waiting = false;
    draw();
  }, afterMs).unref();
  const frames = frameStream(stdout, (text) => {
    frame = text === '' ? [] : text.split('\n');
    draw();
  });
  // Before anything is drawn: a signal may come at once.
  const endStops = whenStopped(terminal, { leave: painter.clear, enter: draw });
  // `debug`: Ink writes every frame in full.
  const ink = render(
    <>
      {element}
      {suspend !== undefined && stdin.isTTY ? <SuspendKey onSuspend={suspend} /> : null}
    </>,
    { stdout: frames.stream, stdin, debug: true, exitOnCtrlC: false, patchConsole: false },
  );
  const leave = (): void => {
    endStops();
    clearTimeout(timer);
    frames.end();
    painter.clear();
  };
  // A second signal ends the process at once: no cursor stays hidden.
  process.on('exit', leave);
  return {
    close: async () => {
      process.off('exit', leave);
      leave();
      ink.unmount();
      ink.cleanup();
      // Not for Ink's own promise, which is never kept where a component threw. Effects end their work in this time.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
};

/** What Ink takes for the terminal: of its size, but every text that is written is a frame. */
const frameStream = (stdout: NodeJS.WriteStream, onFrame: (frame: string) => void) => {
  let ended = false;
  const stream = new Writable({
    decodeStrings: false,
    write: (frame: string, _encoding, done) => {
      if (!ended) onFrame(frame);
      done();
    },
  });
  const onResize = () => stream.emit('resize');
  stdout.on('resize', onResize);
  return {
    stream: Object.defineProperties(stream, {
      columns: { get: () => stdout.columns },
      rows: { get: () => stdout.rows },
    }) as unknown as NodeJS.WriteStream,
    end: () => {
      ended = true;
      stdout.off('resize', onResize);
    },
  };
};
