import { describe, expect, it } from 'vitest';
import { copiesAgree } from '../../../src/checks/client/copies-agree.js';
import { fileElsewhereOnly } from '../../../src/checks/client/file-elsewhere-only.js';
import { fileFound } from '../../../src/checks/client/file-found.js';
import { fileStatus } from '../../../src/checks/client/file-status.js';
import { findable } from '../../../src/checks/client/findable.js';
import { portInName } from '../../../src/checks/client/port-in-name.js';
import type { Facts } from '../../../src/facts/facts.js';
import type { WellKnownFile } from '../../../src/facts/http.js';
import { seen, skipped } from '../../../src/facts/observation.js';
import type { SurveyFacts } from '../../../src/facts/survey.js';
import { readInput } from '../../../src/spec/server-name.js';
import {
  clientFacts,
  clientFetch,
  clientFile,
  failing,
  fileFacts,
  say,
  VERSIONS,
  withoutFile,
} from '../client-facts.js';
import { type Answer, healthySurvey, host, refused, unroutable } from '../healthy-facts.js';

/** A client file that another host, or another port, gives. */
const fileAt = (authority: string, answer: Answer = {}): WellKnownFile => ({
  ...clientFile([clientFetch(answer)]),
  url: `https://${authority}/.well-known/matrix/client`,
  host: host(authority.replace(/:\d+$/, ''), ['203.0.113.10']),
});

const surveyed = (changes: Partial<SurveyFacts>): Partial<Facts> => ({ survey: seen(healthySurvey(changes)) });

describe('client/copies-agree', () => {
  const withCopy = (json: unknown) =>
    clientFacts({}, surveyed({ delegatedClientFile: seen(fileAt('matrix.example.com', { json })) }));
  const homeserver = { base_url: 'https://matrix.example.com' };

  it('names the members that differ, with their values', () => {
    const facts = withCopy({ 'm.homeserver': { base_url: 'https://me:secret@old.example.com' }, 'org.example.a': [1] });
    expect(say(copiesAgree, facts)).toEqual([
      'fail: The client file differs from the one on matrix.example.com: m.homeserver differs and org.example.a is on matrix.example.com only',
    ]);
    expect(failing(copiesAgree, facts).evidence).toEqual([
      {
        label: 'm.homeserver in https://example.com/.well-known/matrix/client',
        value: '{"base_url":"https://matrix.example.com"}',
      },
      {
        label: 'm.homeserver in https://matrix.example.com/.well-known/matrix/client',
        value: '{"base_url":"https://***@old.example.com"}',
      },
      { label: 'org.example.a in https://example.com/.well-known/matrix/client', value: 'missing' },
      { label: 'org.example.a in https://matrix.example.com/.well-known/matrix/client', value: '[1]' },
    ]);
  });

  it('does not mind a final slash', () => {
    expect(say(copiesAgree, withCopy({ 'm.homeserver': homeserver }))).toEqual(['pass']);
    const withSlash = { 'm.homeserver': { base_url: 'https://matrix.example.com/' } };
    expect(say(copiesAgree, withCopy(withSlash))).toEqual(['pass']);
  });

  it('does not ask for a copy', () => {
    expect(say(copiesAgree, withCopy({}))).toEqual(['not-applicable: there is no client file on another host']);
    expect(say(copiesAgree, clientFacts({}, { survey: skipped('not looked at') }))).toEqual([
      'not-applicable: there is no client file on another host',
    ]);
  });

  it('looks on the host of the base URL too', () => {
    const json = { 'm.homeserver': homeserver, 'io.element.e2ee': {} };
    const facts = clientFacts({}, surveyed({ clientFilesElsewhere: [fileAt('hosted.example.net', { json })] }));
    expect(say(copiesAgree, facts)).toEqual([
      'fail: The client file differs from the one on hosted.example.net: io.element.e2ee is on hosted.example.net only',
    ]);
  });
});

describe('a client file that is not there', () => {
  const onDelegatedHost = surveyed({ delegatedClientFile: seen(fileAt('matrix.example.com')) });
  const all = (facts: Facts) => [findable, fileElsewhereOnly, fileFound].flatMap((check) => say(check, facts));

  it('is an error where the name is no homeserver either', () => {
    expect(all(withoutFile())).toEqual([
      'fail: Nothing tells clients where the homeserver of example.com is',
      'pass',
      'not-applicable: without a file nothing is found at all, which is reported as such',
    ]);
    expect(failing(findable, withoutFile()).values.json).toBe(
      '{"m.homeserver":{"base_url":"https://matrix.example.com"}}',
    );
  });

  it('is a warning where the name answers as a homeserver', () => {
    const facts = withoutFile({ json: VERSIONS });
    expect(all(facts)).toEqual([
      'pass',
      'pass',
      'fail: There is no client file, so clients can only guess that example.com is the homeserver',
    ]);
    expect(failing(fileFound, facts).values.json).toBe('{"m.homeserver":{"base_url":"https://example.com"}}');
  });

  it('is found on the delegated host, and named as the cause', () => {
    expect(all(withoutFile({ status: 404, text: '' }, onDelegatedHost))).toEqual([
      'not-applicable: the file exists, but at https://matrix.example.com/.well-known/matrix/client',
      'fail: The client file is on matrix.example.com only, but clients look for it on example.com',
      'not-applicable: without a file nothing is found at all, which is reported as such',
    ]);
  });

  it('is found on www. and at the port of the name', () => {
    const onWww = surveyed({
      clientFilesElsewhere: [fileAt('matrix.example.com', refused), fileAt('www.example.com')],
    });
    expect(say(fileElsewhereOnly, withoutFile({ status: 404, text: '' }, onWww))).toEqual([
      'fail: The client file is on www.example.com only, but clients look for it on example.com',
    ]);
    const missing = { status: 404, text: '' };
    const atPort = fileFacts(missing, {
      ...clientOf(withoutFile()),
      fileAtPort: seen(fileAt('example.com:8448')),
    });
    expect(say(fileElsewhereOnly, atPort)).toEqual([
      'fail: The client file is on example.com:8448 only, but clients look for it on example.com',
    ]);
    expect(say(portInName, atPort)).toEqual(['not-tested: there is no client file']);
  });

  it('shows the copy on the delegated host where the name gives an error', () => {
    const noHomeserver = { homeserver: skipped('the client file names no usable base URL') };
    const facts = fileFacts({ status: 500, text: '' }, noHomeserver, onDelegatedHost);
    expect(failing(fileStatus, facts).evidence).toContainEqual({
      label: 'https://matrix.example.com/.well-known/matrix/client',
      value: 'base URL https://matrix.example.com',
    });
  });
});

describe('client/port-in-name', () => {
  const withPort = (answer: Answer): Facts =>
    clientFacts({ fileAtPort: seen(fileAt('example.com:8448', answer)) }, { input: readInput('example.com:8448') });

  it('is fine where both addresses give the same', () => {
    expect(say(portInName, withPort({}))).toEqual(['pass']);
    expect(say(portInName, clientFacts())).toEqual(['not-applicable: the server name has no port']);
  });

  it.each<[string, Answer, string]>([
    ['nothing', { status: 404, text: '' }, '404'],
    ['no web server', refused, 'connection refused'],
    [
      'another homeserver',
      { json: { 'm.homeserver': { base_url: 'https://old.example.com' } } },
      'base URL https://old.example.com',
    ],
  ])('tells of %s at the port', (_name, answer, there) => {
    expect(say(portInName, withPort(answer))).toEqual([
      `fail: Clients that keep port 8448 of the name get ${there}, the others base URL https://matrix.example.com`,
    ]);
    expect(failing(portInName, withPort(answer)).values.port).toBe('8448');
  });

  it('blames nobody where this machine has no route', () => {
    expect(say(portInName, withPort(unroutable))).toEqual([expect.stringMatching(/^not-tested: .*no route/)]);
  });
});

/** The client part of facts, to be changed further. */
function clientOf({ client }: Facts) {
  return client.kind === 'seen' ? client.value : {};
}
