import { useInput } from 'ink';

/** Hears Ctrl-Z, of which the terminal makes no signal in raw mode. Needs a terminal on stdin. */
export const SuspendKey = ({ onSuspend }: { readonly onSuspend: () => void }) => {
  useInput((input, { ctrl }) => {
    if (ctrl && input === 'z') onSuspend();
  });
  return null;
};
