import { useSyncExternalStore } from 'react';
import type { Progress } from '../progress.js';
import type { ProgressStore } from '../store.js';

export const useProgress = (store: ProgressStore): Progress => useSyncExternalStore(store.subscribe, store.get);
