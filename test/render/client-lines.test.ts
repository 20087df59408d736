import { expect, it } from 'vitest';
import { clientLines } from '../../src/render/text/client-lines.js';
import { openPage } from '../../src/render/text/page.js';
import type { ClientReport } from '../../src/report/report.js';
import { reportFixture } from './report-fixture.js';

const lines = (changes: Partial<ClientReport>, verbose = true): readonly string[] =>
  clientLines({ ...reportFixture.client, ...changes }, openPage({ width: 80, unicode: true, colour: false, verbose }));

it('shows what clients find', () => {
  const client: Partial<ClientReport> = {
    versions: ['v1.1', 'v1.11'],
    loginFlows: ['m.login.password'],
    authMetadata: { issuer: 'https://auth.example.com/', stable: true },
    rtc: { services: [{ url: 'https://rtc.example.com', namedBy: 'file', state: 'tls-error' }] },
  };
  expect(lines(client).join('\n')).toMatchInlineSnapshot(`
    "What clients find
      Versions  v1.1, v1.11
      Sign-in   m.login.password, OAuth 2.0 by https://auth.example.com/
      Calls     https://rtc.example.com (TLS is not in order)"
  `);
});

it('says nothing of what was not seen', () => {
  expect(lines({ versions: ['v1.1'], loginFlows: null }).join('\n')).toMatchInlineSnapshot(`
    "What clients find
      Versions  v1.1"
  `);
});

it('is left out where nobody asked for it, or nothing was seen', () => {
  expect(lines({}, false)).toEqual([]);
  expect(lines({ versions: null })).toEqual([]);
});
