import { describe, expect, it } from 'vitest';
import { delegatedHostCopy } from '../../../src/checks/client/delegated-host-copy.js';
import { fileContentType } from '../../../src/checks/client/file-content-type.js';
import { identityServerAnswers } from '../../../src/checks/client/identity-server-answers.js';
import { identityServerNotNull } from '../../../src/checks/client/identity-server-not-null.js';
import { identityServerValid } from '../../../src/checks/client/identity-server-valid.js';
import { namespacedMembers } from '../../../src/checks/client/namespaced-members.js';
import { noOutdatedMembers } from '../../../src/checks/client/no-outdated-members.js';
import { optionalMembersComplete } from '../../../src/checks/client/optional-members-complete.js';
import { saidOnce } from '../../../src/checks/client/said-once.js';
import type { HeaderLine } from '../../../src/facts/http.js';
import { failed, seen, skipped } from '../../../src/facts/observation.js';
import {
  CORS,
  clientFacts,
  clientFetch,
  clientFile,
  failing,
  fileFacts,
  membersFacts,
  say,
  webDestination,
} from '../client-facts.js';
import { type Answer, failure, healthySurvey, look, session } from '../healthy-facts.js';

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

  it.each([
    [{}, 'no base_url in m.identity_server'],
    ['https://identity.example.com', 'm.identity_server is a string'],
    [{ base_url: 'http://identity.example.com' }, 'base_url of m.identity_server is http, and https is required'],
  ])('cannot be used: %j', (value, found) => {
    const facts = membersFacts({ 'm.identity_server': value });
    expect(say(identityServerValid, facts)).toEqual([
      `fail: m.identity_server in the client file cannot be used: ${found}`,
    ]);
    expect(say(identityServerNotNull, facts)).toEqual(['pass']);
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

describe('client/optional-members-complete', () => {
  it.each([
    [{ 'm.tile_server': {} }, 'm.tile_server has no string map_style_url'],
    [{ 'org.matrix.msc3488.tile_server': 'x' }, 'org.matrix.msc3488.tile_server is a string in place of an object'],
    [{ 'org.matrix.msc4143.rtc_foci': null }, 'org.matrix.msc4143.rtc_foci is null in place of an array'],
    [{ 'org.matrix.msc4143.rtc_foci': [{}] }, 'org.matrix.msc4143.rtc_foci has no string "type" in entry 1'],
    [
      { 'org.matrix.msc4143.rtc_foci': [{ type: 'livekit' }] },
      'org.matrix.msc4143.rtc_foci has no string livekit_service_url in entry 1',
    ],
  ])('%j', (members, problem) => {
    expect(say(optionalMembersComplete, membersFacts(members))).toEqual([
      `fail: A member of the client file has a shape that strict clients refuse: ${problem}`,
    ]);
  });

  it.each([
    { 'org.matrix.msc4143.rtc_foci': [{ type: 'livekit', livekit_service_url: 'https://rtc.example.com' }] },
    { 'org.matrix.msc4143.rtc_foci': [] },
    { 'm.tile_server': { map_style_url: 'https://maps.example.com/style.json' } },
    { 'org.example.anything': null },
  ])('%j is fine', (members) => {
    expect(say(optionalMembersComplete, membersFacts(members))).toEqual(['pass']);
  });
});

describe('client/said-once', () => {
  it('finds a member that stands twice', () => {
    const text = '{"m.homeserver":{"base_url":"https://a.example.com","base_url":"https://matrix.example.com"}}';
    expect(say(saidOnce, fileFacts({ text }))).toEqual([
      'fail: The client file says the same thing twice: m.homeserver.base_url',
    ]);
  });

  it('finds two spellings of one', () => {
    const members = { 'm.rtc_foci': [], 'org.matrix.msc4143.rtc_foci': [] };
    expect(say(saidOnce, membersFacts(members))).toEqual([
      'fail: The client file says the same thing twice: m.rtc_foci and org.matrix.msc4143.rtc_foci',
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
      'fail: The client file has members of abandoned proposals, or under their old names: org.matrix.msc3575.proxy',
    ]);
    expect(failing(noOutdatedMembers, facts).values.advice).toContain('homeservers do sliding sync themselves');
  });

  it('does not ask to delete what is still read under its old name', () => {
    const facts = membersFacts({ 'im.vector.riot.jitsi': { preferredDomain: 'jitsi.example.com' } });
    expect(failing(noOutdatedMembers, facts).values.advice).toBe('rename im.vector.riot.jitsi to io.element.jitsi');
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

describe('client/delegated-host-copy', () => {
  const withCopy = (json: unknown) =>
    clientFacts(
      {},
      {
        survey: seen(
          healthySurvey({
            delegatedClientFile: seen({
              ...clientFile([clientFetch({ json })]),
              url: 'https://matrix.example.com/.well-known/matrix/client',
              host: { ...clientFile([]).host, host: 'matrix.example.com' },
            }),
          }),
        ),
      },
    );

  it('names the members that differ', () => {
    const copy = { 'm.homeserver': { base_url: 'https://matrix.example.com' }, 'org.matrix.msc4143.rtc_foci': [] };
    expect(say(delegatedHostCopy, withCopy(copy))).toEqual([
      'fail: The client file differs from the one on matrix.example.com: org.matrix.msc4143.rtc_foci',
    ]);
    expect(say(delegatedHostCopy, withCopy({ 'm.homeserver': copy['m.homeserver'] }))).toEqual(['pass']);
    const withSlash = { 'm.homeserver': { base_url: 'https://matrix.example.com/' } };
    expect(say(delegatedHostCopy, withCopy(withSlash))).toEqual(['pass']);
  });

  it('does not ask for a copy', () => {
    expect(say(delegatedHostCopy, withCopy({}))).toEqual([
      'not-applicable: there is no client file on another delegated host',
    ]);
    expect(say(delegatedHostCopy, clientFacts({}, { survey: skipped('not looked at') }))).toEqual([
      'not-applicable: there is no client file on another delegated host',
    ]);
  });
});
