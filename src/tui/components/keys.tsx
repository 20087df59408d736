import { useInput } from 'ink';

/** Hears keys: in raw mode, in which the terminal makes no signal of Ctrl-C and shows nothing of what is typed. Needs a terminal on stdin. */
export const Keys = ({
  onInterrupt,
  onKey,
}: {
  readonly onInterrupt: () => void;
  readonly onKey: (key: string) => void;
}) => {
  useInput((input, key) => {
    if (key.ctrl && input === 'c') onInterrupt();
    else if (!key.ctrl && !key.meta) onKey(input);
  });
  return null;
};
