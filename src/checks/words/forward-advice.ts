import type { ApiPart } from '../readings/api-parts.js';
import { statusAdvice } from './status-advice.js';

/** What to do where requests of clients do not reach the homeserver: one or two sentences. */
export const forwardAdvice = ({ look, answer }: ApiPart): string => {
  const status = answer.kind === 'foreign' ? answer.status : null;
  if (status === null || NOT_FORWARDED.includes(status)) return FORWARD_ALL;
  return `${FORWARD_ALL} ${statusAdvice(status, look.url)}`;
};

const NOT_FORWARDED = [200, 404, 405];

/** What to do whatever answers there. */
export const FORWARD_ALL =
  'Let the web server forward all of /_matrix to the homeserver, not a list of paths, and let a rule for single paths (workers, media, calls) lead to something that runs.';
