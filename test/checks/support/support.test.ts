import { describe, expect, it } from 'vitest';
import { fileComplete } from '../../../src/checks/support/file-complete.js';
import { fileContentType } from '../../../src/checks/support/file-content-type.js';
import { fileFetchable } from '../../../src/checks/support/file-fetchable.js';
import { fileFound } from '../../../src/checks/support/file-found.js';
import { fileJson } from '../../../src/checks/support/file-json.js';
import { supportChecks } from '../../../src/checks/support/index.js';
import { readableByWebClients } from '../../../src/checks/support/readable-by-web-clients.js';
import type { Facts } from '../../../src/facts/facts.js';
import { failed, seen, skipped } from '../../../src/facts/observation.js';
import {
  CORS,
  clientFacts,
  clientFetch,
  clientFile,
  failing,
  say,
  supportFetch,
  supportFile,
} from '../client-facts.js';
import { type Answer, failure, refused, session } from '../healthy-facts.js';

const supportThat = (answer: Answer, second: Answer = answer): Facts =>
  clientFacts({}, { support: seen(supportFile([supportFetch(answer), supportFetch(second, '2001:db8::5')])) });

describe('support/file-found', () => {
  it('tells, and does not blame', () => {
    expect(fileFound.severity).toBe('info');
    expect(say(fileFound, supportThat({ status: 404, text: '' }))).toEqual([
      'fail: The server does not tell how to reach its administrators',
    ]);
    for (const check of supportChecks.filter(({ id }) => id !== fileFound.id)) {
      expect(say(check, supportThat({ status: 404, text: '' }))[0]).toMatch(
        /^(pass|not-applicable: there is no support file)$/,
      );
    }
  });
});

describe('support/readable-by-web-clients', () => {
  it('judges the header as a browser does', () => {
    const allowing = (...origins: readonly string[]): Answer => ({
      headers: origins.map((origin) => ['Access-Control-Allow-Origin', origin] as const),
    });
    expect(say(readableByWebClients, supportThat(allowing('*')))).toEqual(['pass']);
    expect(say(readableByWebClients, supportThat(allowing('*', '*')))).toEqual([
      'fail: Web clients may not read the support file: Access-Control-Allow-Origin more than once: *, *',
    ]);
  });
});

describe('support/file-fetchable', () => {
  it.each<[string, Answer, string]>([
    ['500', { status: 500, text: '' }, 'status 500'],
    [
      'half a file',
      { response: seen({ status: 200, headers: [], body: failed(failure('body', 'body-truncated')) }) },
      'the answer ends before its announced length',
    ],
    ['no answer', { response: failed(failure('http', 'timeout')) }, 'TLS works, but no answer came in time'],
  ])('%s', (_name, answer, problem) => {
    expect(say(fileFetchable, supportThat(answer))).toEqual([`fail: The support file cannot be fetched: ${problem}`]);
  });

  it('leaves open whether there is a file', () => {
    expect(say(fileFound, supportThat({ status: 500, text: '' }))).toEqual(['not-tested: status 500']);
  });

  it('is content with one address', () => {
    expect(say(fileFetchable, supportThat({}, refused))).toEqual(['pass']);
  });

  it('names a redirect that leads nowhere', () => {
    const end = { kind: 'redirect-error', fault: 'no-location', location: null } as const;
    const support = seen(supportFile([{ ...supportFetch({ status: 302, text: '' }), end }]));
    expect(say(fileFetchable, clientFacts({}, { support }))).toEqual([
      'fail: The support file cannot be fetched: one has no Location header, so it does not say where to go',
    ]);
  });

  it('does not repeat that the web server is away, or not to be trusted', async () => {
    const support = (answer: Answer) => ({ support: seen(supportFile([supportFetch(answer)])) });
    const homeserver = skipped('the client file names no usable base URL');
    const away = clientFacts({ file: clientFile([clientFetch(refused)]), homeserver }, support(refused));
    expect(say(fileFetchable, away)).toEqual([
      'not-tested: the client file cannot be fetched from 203.0.113.5:443: connection refused',
    ]);
    const wrong = { connection: seen(await session({ names: ['www.example.com'] })) };
    const misnamed = clientFacts({ file: clientFile([clientFetch(wrong)]), homeserver }, support(wrong));
    expect(say(fileFetchable, misnamed)).toEqual(['not-tested: TLS for example.com is not in order']);
  });
});

describe('what the support file says', () => {
  it('support/file-json', () => {
    const facts = supportThat({ text: '{"contacts": [],}' });
    expect(say(fileJson, facts)).toEqual([
      'fail: The support file is not JSON: a comma before the closing brace, line 1 column 16',
    ]);
    expect(say(fileComplete, facts)).toEqual(['not-tested: the support file is not JSON']);
  });

  it.each<[unknown, string]>([
    [{}, 'it has neither contacts nor a support_page'],
    [[], 'it is an array in place of an object'],
    [{ contacts: [] }, 'contacts is empty, and there is no support_page'],
    [{ contacts: [{ role: 'm.role.admin' }] }, 'contacts[0] has neither a matrix_id nor an email_address'],
    [
      { contacts: [{ role: 'boss', email_address: 'x' }] },
      'contacts[0] has an email_address that is not an e-mail address, and 1 more',
    ],
  ])('support/file-complete: %j', (json, problem) => {
    expect(say(fileComplete, supportThat({ json }))).toEqual([
      `fail: The support file is not as the specification has it: ${problem}`,
    ]);
  });

  it('support/file-complete shows every fault', () => {
    const facts = supportThat({ json: { contacts: [{ matrix_id: 'admin' }] } });
    expect(failing(fileComplete, facts).evidence.map(({ value }) => value)).toEqual([
      'contacts[0] has no role',
      'contacts[0] has a matrix_id that is not a user ID',
    ]);
  });

  it('a support_page alone will do', () => {
    expect(say(fileComplete, supportThat({ json: { support_page: 'https://example.com/support' } }))).toEqual(['pass']);
  });

  it('support/file-content-type', () => {
    expect(say(fileContentType, supportThat({ headers: [...CORS, ['Content-Type', 'text/plain']] }))).toEqual([
      'fail: The support file has the Content-Type text/plain',
    ]);
  });
});
