import { renderJson, renderJsonLine } from './json.js';
import { renderQuiet } from './quiet.js';
import type { Renderer } from './renderer.js';
import { renderText } from './text.js';

export type RendererName = 'text' | 'quiet' | 'json' | 'ndjson';

/** Every way to print a report, by name. */
export const renderers: Readonly<Record<RendererName, Renderer>> = {
  text: renderText,
  quiet: renderQuiet,
  json: renderJson,
  ndjson: renderJsonLine,
};
