import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereClientSeen } from '../verdicts/where-client-seen.js';

export const portInName = {
  id: 'client/port-in-name',
  title: 'The server name has no port that clients would treat differently',
  failureTitle: 'The server name has the port {port}, and clients disagree on where its client file is',
  level: 'advice',
  severity: 'notice',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'The specification says {url}, without the port, which is what was looked at. Element, Element X and Cinny keep the port and ask {withPort}.',
  fix: 'Serve the same file at both addresses: let the web server answer /.well-known/matrix/client on port {port} as on port 443.',
  evaluate: whereClientSeen((_client, { file }, { input }) => {
    const port = input.reading.kind === 'valid' ? input.reading.serverName.port : null;
    if (input.reading.kind === 'invalid' || port === null || port === 443) return [pass()];
    return [
      fail({
        values: {
          port: `${port}`,
          url: file.url,
          withPort: `https://${input.reading.serverName.text}/.well-known/matrix/client`,
        },
      }),
    ];
  }),
} as const satisfies Check;
