import { renderJson, renderJsonLine } from './json.js';
import { renderQuiet } from './quiet.js';
import type { Renderer } from './renderer.js';
import { renderText } from './text.js';

/** Every way to print a report, by name. */
export const renderers = {
  text: renderText,
  quiet: renderQuiet,
  json: renderJson,
  ndjson: renderJsonLine,
} as const satisfies Record<string, Renderer>;

export type RendererName = keyof typeof renderers;
