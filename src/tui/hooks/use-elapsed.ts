import { useEffect, useState } from 'react';

/** Milliseconds since the screen was opened, a few times a second: the one timer of the whole screen. Stands still once `running` is false. */
export const useElapsed = (running: boolean): number => {
  const [startedAt] = useState(() => performance.now());
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setElapsed(performance.now() - startedAt), TICK_MS);
    return () => clearInterval(timer);
  }, [running, startedAt]);
  return elapsed;
};

const TICK_MS = 250;
