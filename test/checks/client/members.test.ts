import { describe, expect, it } from 'vitest';
import { fileContentType } from '../../../src/checks/client/file-content-type.js';
import { fileJson } from '../../../src/checks/client/file-json.js';
import { identityServerAnswers } from '../../../src/checks/client/identity-server-answers.js';
import { identityServerNotNull } from '../../../src/checks/client/identity-server-not-null.js';
import { identityServerValid } from '../../../src/checks/client/identity-server-valid.js';
import { namespacedMembers } from '../../../src/checks/client/namespaced-members.js';
import { noOutdatedMembers } from '../../../src/checks/client/no-outdated-members.js';
import { noSupersededMembers } from '../../../src/checks/client/no-superseded-members.js';
import { saidOnce } from '../../../src/checks/client/said-once.js';
import { strictReading } from '../../../src/checks/client/strict-reading.js';
import type { HeaderLine } from '../../../src/facts/http.js';
import { failed, seen } from '../../../src/facts/observation.js';
import { CORS, failing, fileFacts, HEADERS, membersFacts, say, webDestination } from '../client-facts.js';
import { type Answer, failure, look, session } from '../healthy-facts.js';

const IDENTITY = { 'm.identity_server': { base_url: 'https://identity.example.com' } };

describe('m.identity_server', () => {
  it('stops Element Web where it is null', () => {
    expect(say(identityServerNotNull, membersFacts({ 'm.identity_server': null }))).toEqual([
      'fail: m.identity_server in the client file is null',
    ]);
    expect(say(identityServerValid, membersFacts({ 'm.identity_server': null }))).toEqual([
      'not-tested: m.identity_server is null',
    ]);
  });

  it.each([{}, 'https://identity.example.com', { base_url: null }])('is left to strict-reading: %j', (value) => {
    const facts = membersFacts({ 'm.identity_server': value });
    expect(say(identityServerValid, facts)).toEqual([
      'not-tested: strict clients refuse the file for its m.identity_server, which is reported as such',
    ]);
    expect(say(strictReading, facts)).toEqual([expect.stringMatching(/^fail: .*identity_server/)]);
  });

  it.each([
    [
      { base_url: 'identity.example.com' },
      'base_url of m.identity_server is no URL: the scheme is missing: write https://identity.example.com',
    ],
    [{ base_url: 'http://identity.example.com' }, 'base_url of m.identity_server is http, and https is required'],
  ])('cannot be used: %j', (value, found) => {
    const facts = membersFacts({ 'm.identity_server': value });
    expect(say(identityServerValid, facts)).toEqual([
      `fail: m.identity_server in the client file cannot be used: ${found}`,
    ]);
    expect(say(identityServerNotNull, facts)).toEqual(['pass']);
    expect(say(strictReading, facts)).toEqual(['pass']);
  });

  const identityAnswers = (answer: Answer) => {
    const identity = look(webDestination('203.0.113.5', 'identity.example.com'), '/_matrix/identity/v2', answer);
    return membersFacts(IDENTITY, {
      identityServer: seen({ baseUrl: 'https://identity.example.com', look: identity }),
    });
  };
  const good = async (answer: Answer) => ({
    connection: seen(await session({ names: ['identity.example.com'] })),
    ...answer,
  });

  it('answers', async () => {
    expect(say(identityServerAnswers, identityAnswers(await good({ json: {} })))).toEqual(['pass']);
  });

  it.each<[Answer, string]>([
    [{ status: 404, text: '' }, '404 at https://identity.example.com/_matrix/identity/v2'],
    [{ text: '<html>' }, 'no JSON object at https://identity.example.com/_matrix/identity/v2'],
    [{ json: [] }, 'no JSON object at https://identity.example.com/_matrix/identity/v2'],
  ])('does not answer as one: %j', async (answer, problem) => {
    expect(say(identityServerAnswers, identityAnswers(await good(answer)))).toEqual([
      `fail: The identity server https://identity.example.com does not answer as one: ${problem}`,
    ]);
  });

  it('shows a certificate for another name, or has no address', () => {
    expect(say(identityServerAnswers, identityAnswers({}))).toEqual([
      'fail: The identity server https://identity.example.com does not answer as one: the certificate shown for identity.example.com is for another name',
    ]);
    const gone = membersFacts(IDENTITY, { identityServer: failed(failure('dns', 'no-address')) });
    expect(say(identityServerAnswers, gone)).toEqual([
      'fail: The identity server https://identity.example.com does not answer as one: the host has no address',
    ]);
  });
});

describe('client/strict-reading', () => {
  it('says what Element X refuses, and that browsers forgive it', () => {
    const facts = membersFacts({ 'm.identity_server': {}, 'org.matrix.msc4143.rtc_foci': null });
    expect(say(strictReading, facts)).toEqual([
      'fail: Element X and other strict clients refuse the client file: m.identity_server has no base_url and org.matrix.msc4143.rtc_foci is null in place of an array',
    ]);
    expect(failing(strictReading, facts).values.advice).toMatch(/^complete m\.identity_server, or delete it/);
    expect(strictReading.affects).toBe('strict-clients');
  });

  const text = '{"m.homeserver":{"base_url":"https://matrix.example.com"}}';

  it('knows a byte order mark, which browsers leave out', () => {
    const facts = fileFacts({ text: `\ufeff${text}` });
    expect(say(strictReading, facts)).toEqual([
      'fail: Element X and other strict clients refuse the client file: it begins with a byte order mark (BOM)',
    ]);
    expect(say(fileJson, facts)).toEqual(['pass']);
  });

  it('knows bytes that are not UTF-8, and where they are', () => {
    const bytes = Buffer.from(`${text.slice(0, -1)},\n"org.example.name":"M\xfcller"}`, 'latin1');
    const body = { encoding: 'base64', content: bytes.toString('base64'), bytes: bytes.length } as const;
    const facts = fileFacts({ response: seen({ status: 200, headers: HEADERS, body: seen(body) }) });
    expect(say(strictReading, facts)).toEqual([
      'fail: Element X and other strict clients refuse the client file: the byte 0xFC, which is not UTF-8 (Latin-1 or Windows-1252, most often), line 2 column 22',
    ]);
  });

  it('leaves what nobody reads to other checks', () => {
    expect(say(strictReading, fileFacts({ json: { 'm.identity_server': {} } }))).toEqual([
      'not-tested: the client file names no base URL',
    ]);
  });
});

describe('client/said-once', () => {
  it('finds a member that stands twice', () => {
    const facts = fileFacts({
      text: '{"m.homeserver":{"base_url":"https://matrix.example.com"},"io.element.e2ee":{},"io.element.e2ee":{}}',
    });
    expect(say(saidOnce, facts)).toEqual(['fail: The client file has members twice: io.element.e2ee']);
    expect(say(strictReading, facts)).toEqual(['pass']);
  });

  it('leaves what strict clients refuse to the check of that', () => {
    const text = '{"m.homeserver":{"base_url":"https://a.example.com","base_url":"https://matrix.example.com"}}';
    expect(say(saidOnce, fileFacts({ text }))).toEqual(['pass']);
    expect(say(strictReading, fileFacts({ text }))).toEqual([
      'fail: Element X and other strict clients refuse the client file: m.homeserver.base_url stands in it twice',
    ]);
  });
});

describe('client/no-outdated-members', () => {
  it('says what took their place', () => {
    const facts = membersFacts({
      'org.matrix.msc3575.proxy': { url: 'https://sync.example.com' },
      'io.element.e2ee': {},
    });
    expect(say(noOutdatedMembers, facts)).toEqual([
      'fail: The client file has members of the past: org.matrix.msc3575.proxy',
    ]);
    expect(failing(noOutdatedMembers, facts).values.advice).toContain('homeservers do that themselves');
  });

  it('takes no offence at an old name beside that of today', () => {
    const jitsi = { preferredDomain: 'jitsi.example.com' };
    const both = { 'im.vector.riot.jitsi': jitsi, 'io.element.jitsi': jitsi, 'm.rtc_foci': [] };
    expect(say(noOutdatedMembers, membersFacts({ ...both, 'org.matrix.msc4143.rtc_foci': [] }))).toEqual(['pass']);
    expect(failing(noOutdatedMembers, membersFacts(both)).values.members).toBe('m.rtc_foci');
  });

  it('does not ask to delete what is still read under its old name', () => {
    const facts = membersFacts({ 'im.vector.riot.jitsi': { preferredDomain: 'jitsi.example.com' } });
    expect(failing(noOutdatedMembers, facts).values.advice).toBe('rename im.vector.riot.jitsi to io.element.jitsi');
  });
});

describe('client/no-superseded-members', () => {
  it('knows a draft of OAuth 2.0 that Synapse still writes', () => {
    const facts = membersFacts({ 'org.matrix.msc2965.authentication': { issuer: 'https://auth.example.com/' } });
    expect(say(noSupersededMembers, facts)).toEqual([
      'fail: The client file has members whose place is elsewhere by now: org.matrix.msc2965.authentication',
    ]);
    expect(say(noOutdatedMembers, facts)).toEqual(['pass']);
  });
});

describe('client/namespaced-members', () => {
  it('names those without a namespace, and those in that of the specification', () => {
    const facts = membersFacts({
      homeserver: '',
      'm.server': '',
      'io.element.e2ee': {},
      'm.integrations': {},
      'a..b': 1,
    });
    expect(say(namespacedMembers, facts)).toEqual([
      'fail: The client file has members whose names are not for everybody to use: homeserver, m.server and a..b',
    ]);
  });
});

describe('client/file-content-type', () => {
  const labelled = (...values: readonly string[]) =>
    fileFacts({ headers: [...CORS, ...values.map((value): HeaderLine => ['Content-Type', value])] });

  it('wants application/json, once', () => {
    expect(say(fileContentType, labelled('application/json; charset=utf-8'))).toEqual(['pass']);
    expect(say(fileContentType, labelled('text/plain'))).toEqual([
      'fail: The client file has the Content-Type text/plain',
    ]);
    expect(say(fileContentType, labelled())).toEqual(['fail: The client file has no Content-Type']);
    expect(say(fileContentType, labelled('text/html', 'application/json'))).toEqual([
      'fail: The client file has 2 Content-Type lines (text/html; application/json)',
    ]);
  });

  it('is not judged for a web page in place of the file', () => {
    expect(say(fileContentType, fileFacts({ text: '<html>' }))).toEqual(['not-tested: the client file is not JSON']);
  });
});
