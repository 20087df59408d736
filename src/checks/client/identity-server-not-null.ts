import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notApplicable, pass } from '../verdict.js';
import { whereClientFileMembers } from '../verdicts/where-client-file-found.js';

export const identityServerNotNull = {
  id: 'client/identity-server-not-null',
  title: 'm.identity_server is not null',
  failureTitle: 'm.identity_server in the client file is null',
  level: 'MUST',
  severity: 'error',
  affects: 'browsers',
  spec: links.wellKnownClient,
  why: 'matrix-js-sdk, and with it Element Web and Desktop, stops with an exception at null and finds no homeserver at all; nheko takes the whole file for damaged.',
  fix: 'Delete "m.identity_server": null from {url}. A server without identity server leaves the member out.',
  evaluate: whereClientFileMembers((members, { last }) => {
    if (!Object.hasOwn(members, 'm.identity_server'))
      return [notApplicable('the client file names no identity server')];
    return [
      members['m.identity_server'] === null
        ? fail({ values: { url: last.url }, evidence: [{ label: last.url, value: '"m.identity_server": null' }] })
        : pass(),
    ];
  }),
} as const satisfies Check;
