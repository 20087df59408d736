import { useStdout } from 'ink';
import { useEffect, useState } from 'react';

export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/** Of the stream that Ink draws on; changes when the terminal does. */
export const useTerminalSize = (): TerminalSize => {
  const { stdout } = useStdout();
  const [size, setSize] = useState<TerminalSize>(() => sizeOf(stdout));
  useEffect(() => {
    const onResize = () => setSize(sizeOf(stdout));
    stdout.on('resize', onResize);
    return () => {
      stdout.off('resize', onResize);
    };
  }, [stdout]);
  return size;
};

/** 80x24 where the terminal does not know. */
export const sizeOf = ({ columns, rows }: NodeJS.WriteStream): TerminalSize => ({
  columns: columns || 80,
  rows: rows || 24,
});
