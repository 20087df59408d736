import { quoted } from '../../facts/words/quoted.js';
import type { JsonFault } from '../../spec/json.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverFileVerdicts } from '../verdicts/server-file-verdicts.js';

export const json = {
  id: 'well-known/json',
  title: 'The well-known file is JSON',
  failureTitle: '{url} is not JSON: {problem}',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.wellKnownServer,
  why: 'Servers that cannot read the file go on with SRV records and port 8448 of {host}, as if it were not there.',
  fix: 'Serve exactly this, with your host in it: {"m.server": "matrix.{host}:443"}.{hint} Check it with: curl -s {url} | python3 -m json.tool.',
  recipe: 'server-file',
  evaluate: serverFileVerdicts('invalid-json', ({ reading }) => {
    if (reading?.kind !== 'invalid-json') return null;
    const { fault } = reading;
    return { values: { problem: fault.message, hint: HINTS[fault.kind] }, seen: seenOf(fault) };
  }),
} as const satisfies Check;

const seenOf = ({ line, column, excerpt, message }: JsonFault): string => {
  const place = line === null ? '' : `line ${line}${column === null ? '' : `, column ${column}`}: `;
  return `${place}${excerpt === null ? message : quoted(excerpt)}`;
};

const HINTS = {
  empty: ' The body is empty: that is what a site of Caddy without a matching handler sends.',
  'not-utf8': ' Save the file as UTF-8, and do not compress it: Synapse does not ask for that.',
  'byte-order-mark':
    ' The editor put a byte order mark before it: save as "UTF-8 without BOM", or: sed -i "1s/^\\xEF\\xBB\\xBF//" server.',
  html: ' A web page came instead: the site answers every path with its start page, so put the rule for /.well-known/matrix/ before that one.',
  'program-message':
    ' A program makes this answer and prints its own messages first: put a plain file in its place, or switch those off (PHP: display_errors = Off).',
  syntax: ' JSON has no comments, no trailing commas and only double quotes.',
  'too-deep': '',
  'too-many': '',
} as const satisfies Record<JsonFault['kind'], string>;
