import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';

export const isServerName = {
  id: 'server-name/is-server-name',
  title: 'The input is a server name',
  failureTitle: 'This is not a server name: {message}',
  level: 'MUST',
  severity: 'error',
  affects: 'everyone',
  spec: links.serverName,
  why: 'A server name is a host name or an IP address, with an optional port behind a colon. Other servers and clients refuse anything else before they look it up, so nothing more was tested.',
  fix: '{advice}',
  usualFix:
    'Give the part of your user IDs that follows the first colon: example.com if they look like @alice:example.com.',
  evaluate({ input }) {
    if (input.reading.kind === 'valid') return [pass()];
    const { message, hint } = input.reading.problem;
    return [
      fail({
        values: { message, advice: hint === null ? NO_HINT : `${hint.charAt(0).toUpperCase()}${hint.slice(1)}` },
        evidence: [{ label: 'the input', value: `"${input.typed}"` }],
      }),
    ];
  },
} as const satisfies Check;

const NO_HINT =
  'Give the part of your user IDs that follows the first colon: example.com if they look like @alice:example.com.';
