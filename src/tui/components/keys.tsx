import { useInput } from 'ink';

interface KeysProps {
  readonly onInterrupt: () => void;
  /** One character. */
  readonly onKey: (key: string) => void;
}

/** Hears keys: in raw mode, in which the terminal makes no signal of Ctrl-C and shows nothing of what is typed. Needs a terminal on stdin. */
export const Keys = ({ onInterrupt, onKey }: KeysProps) => {
  useInput((input, key) => {
    if (key.ctrl && input === 'c') return onInterrupt();
    if (key.ctrl || key.meta) return;
    // What was typed fast, or while nobody listened, comes at once.
    for (const character of input) {
      if (character === CTRL_C) onInterrupt();
      else onKey(character);
    }
  });
  return null;
};

const CTRL_C = '\u0003';
