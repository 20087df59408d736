import { type DurationRange, parseDuration } from './duration.js';

/** The time for everything about one name, in milliseconds. */
export const parseTimeout = (text: string): number => parseDuration('timeout', text, RANGE);

const RANGE: DurationRange = { shortest: [100, '100ms'], longest: [600_000, '10m'], examples: '10s, 500ms or 2m' };
