import { WELL_KNOWN_MAX_BYTES } from '../../spec/constants.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverFileVerdicts } from '../verdicts/server-file-verdicts.js';

export const sizeLimit = {
  id: 'well-known/size-limit',
  title: 'The well-known file is smaller than the limit of the homeservers',
  failureTitle: '{url} has {limit} bytes or more',
  level: 'advice',
  severity: 'warning',
  affects: 'servers',
  spec: links.wellKnownServer,
  why: 'Synapse and Dendrite refuse such a file and go on with SRV records and port 8448 of {host}; others read it. So servers disagree about where yours is.',
  fix: 'Serve only the JSON object, {"m.server": "<host>:<port>"}: 40 bytes are enough. A file of that size is usually a web page: see it with curl -s {url} | head.',
  recipe: 'server-file',
  evaluate: serverFileVerdicts('too-large', () => ({
    values: { limit: WELL_KNOWN_MAX_BYTES.toLocaleString('en') },
    seen: `at least ${WELL_KNOWN_MAX_BYTES.toLocaleString('en')} bytes`,
  })),
} as const satisfies Check;
