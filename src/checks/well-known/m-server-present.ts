import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { serverFileVerdicts } from '../verdicts/server-file-verdicts.js';

export const mServerPresent = {
  id: 'well-known/m-server-present',
  title: 'The well-known file has a member m.server',
  failureTitle: '{url} names no server: {found}',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.wellKnownServer,
  why: 'Without a text at m.server the file delegates nothing. Servers go on with SRV records and port 8448 of {host}.',
  fix: 'Serve {"m.server": "matrix.{host}:443"} there, with the host and port of the homeserver.{hint}',
  recipe: 'server-file',
  evaluate: serverFileVerdicts('missing-m-server', ({ reading }) => {
    if (reading?.kind !== 'missing-m-server') return null;
    const isClientFile = reading.members !== null && Object.hasOwn(reading.members, 'm.homeserver');
    return {
      values: {
        found: reading.found,
        hint: isClientFile
          ? ' What is there now (m.homeserver) is the file for clients, which belongs to /.well-known/matrix/client.'
          : '',
      },
      seen: reading.found,
    };
  }),
} as const satisfies Check;
