import { useInput } from 'ink';
import { type Key, keysOf } from '../key.js';

/** Hears every key. Needs a terminal on stdin. */
export const BrowseKeys = ({ onKey }: { readonly onKey: (key: Key) => void }) => {
  useInput((input, key) => {
    for (const one of keysOf(input, key)) onKey(one);
  });
  return null;
};
