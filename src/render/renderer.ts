import type { Report } from '../report/report.js';
import type { TextOptions } from './text/page.js';

/** Turns a report into what is printed, final newline included. It judges nothing. */
export type Renderer = (report: Report, options: TextOptions) => string;
