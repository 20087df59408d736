import { describe, expect, it } from 'vitest';
import { everyAddress } from '../../../src/checks/client/every-address.js';
import { fileElsewhereOnly } from '../../../src/checks/client/file-elsewhere-only.js';
import { fileFound } from '../../../src/checks/client/file-found.js';
import { fileJson } from '../../../src/checks/client/file-json.js';
import { fileNotRedirected } from '../../../src/checks/client/file-not-redirected.js';
import { fileReachable } from '../../../src/checks/client/file-reachable.js';
import { fileStatus } from '../../../src/checks/client/file-status.js';
import { findable } from '../../../src/checks/client/findable.js';
import { hostResolves } from '../../../src/checks/client/host-resolves.js';
import { clientChecks } from '../../../src/checks/client/index.js';
import { redirectsEnd } from '../../../src/checks/client/redirects-end.js';
import { sameAnswer } from '../../../src/checks/client/same-answer.js';
import type { ClientFacts } from '../../../src/facts/client.js';
import type { Facts } from '../../../src/facts/facts.js';
import { failed, seen, skipped } from '../../../src/facts/observation.js';
import {
  CLIENT_FILE_URL,
  CORS,
  clientFacts,
  clientFetch,
  clientFile,
  failing,
  fileFacts,
  say,
  webDestination,
  withoutFile,
} from '../client-facts.js';
import { type Answer, failure, host, look, refused, unroutable } from '../healthy-facts.js';

const NO_HOMESERVER = { homeserver: skipped('the client file names no usable base URL') };
const fileThat = (answer: Answer): Facts => fileFacts(answer, NO_HOMESERVER);

/** The errors that the checks of area client find. */
const errors = (facts: Facts): readonly string[] =>
  clientChecks
    .filter(({ severity }) => severity === 'error')
    .flatMap((check) => say(check, facts).map((words) => `${check.id}: ${words}`))
    .filter((words) => words.includes(': fail: '));

describe('one cause, one error', () => {
  const nowhere = clientFacts({ file: { ...clientFile([]), host: host('example.com', 'nxdomain') }, ...NO_HOMESERVER });

  it.each<[string, Facts, string]>([
    ['no address', nowhere, 'client/host-resolves'],
    ['refused', fileThat(refused), 'client/file-reachable'],
    ['no answer', fileThat({ response: failed(failure('http', 'timeout')) }), 'client/file-reachable'],
    ['403', fileThat({ status: 403, text: '' }), 'client/file-not-forbidden'],
    ['204', fileThat({ status: 204, text: '' }), 'client/file-status'],
    ['404', withoutFile(), 'client/findable'],
    ['empty', fileThat({ text: ' \n' }), 'client/file-not-empty'],
    ['HTML', fileThat({ text: '<!DOCTYPE html>' }), 'client/file-no-web-page'],
    ['a string', fileThat({ json: 'https://matrix.example.com' }), 'client/file-object'],
    ['the server file', fileThat({ json: { 'm.server': 'matrix.example.com:443' } }), 'client/not-the-server-file'],
    ['no base URL', fileThat({ json: { 'm.homeserver': {} } }), 'client/base-url-present'],
    ['no URL', fileThat({ json: { 'm.homeserver': { base_url: 'matrix' } } }), 'client/base-url-is-url'],
  ])('%s', (_name, facts, id) => {
    expect(errors(facts)).toEqual([expect.stringMatching(new RegExp(`^${id}: fail: `))]);
  });

  it('leaves a failed handshake to area client-tls', () => {
    expect(errors(fileThat({ connection: failed(failure('tls', 'not-tls')) }))).toEqual([]);
  });

  it('says what blocked the stages behind', () => {
    expect(say(fileJson, fileThat(refused))).toEqual([
      'not-tested: the client file cannot be fetched from 203.0.113.5:443: connection refused',
    ]);
    expect(say(fileJson, withoutFile())).toEqual(['not-applicable: there is no client file']);
  });
});

describe('client/host-resolves', () => {
  it('tells what the resolvers said', () => {
    const file = { ...clientFile([]), host: host('example.com', 'nodata') };
    expect(say(hostResolves, clientFacts({ file }))).toEqual([
      'fail: Clients cannot find example.com: neither an A nor an AAAA record',
    ]);
  });

  it('does not take a silence of our own resolvers for an answer', () => {
    const file = { ...clientFile([]), host: host('example.com', 'unavailable') };
    expect(say(hostResolves, clientFacts({ file }))).toEqual([
      'not-tested: no clear answer about the address of example.com: no resolver could be reached',
    ]);
  });
});

describe('client/file-reachable', () => {
  it('names the host that a redirect leads to', () => {
    const redirect = look(webDestination('203.0.113.5'), '/.well-known/matrix/client', { status: 301, text: '' });
    const end = {
      kind: 'failed',
      url: 'https://www.example.com/.well-known/matrix/client',
      failure: failure('dns', 'no-address'),
    } as const;
    const file = clientFile([{ address: '203.0.113.5', hops: [redirect], end }]);
    expect(say(fileReachable, clientFacts({ file, ...NO_HOMESERVER }))).toEqual([
      'fail: The client file cannot be fetched from www.example.com: the host has no address',
    ]);
  });

  it('gives advice that fits the failure', () => {
    expect(failing(fileReachable, fileThat(refused)).values.advice).toContain('listen on port 443');
    const silent = { connection: failed(failure('tcp', 'timeout')) };
    expect(failing(fileReachable, fileThat(silent)).values.advice).toContain('Open port 443');
  });
});

describe('client/redirects-end', () => {
  it.each([
    ['loop', CLIENT_FILE_URL, `they lead back to "${CLIENT_FILE_URL}"`],
    ['too-many', null, 'there are more than 20 of them'],
    ['no-location', null, 'one has no Location header, so it does not say where to go'],
    ['bad-location', 'https://', 'one leads to "https://", which is not a web address that can be followed'],
    ['plain-http', 'http://example.com/', 'one leads to "http://example.com/", which is not encrypted'],
  ] as const)('%s', (fault, location, words) => {
    const end = { kind: 'redirect-error', fault, location } as const;
    const file = clientFile([clientFetch({ status: 302, text: '' }, '203.0.113.5', [], end)]);
    expect(say(redirectsEnd, clientFacts({ file, ...NO_HOMESERVER }))).toEqual([
      `fail: The redirects of the client file lead nowhere: ${words}`,
    ]);
  });
});

describe('client/file-status', () => {
  it.each([
    [429, 'rate limits'],
    [502, 'what is behind it'],
    [500, 'error log'],
    [418, 'which rule refuses'],
    [204, 'Answer with status 200'],
  ])('advises on %i', (status, words) => {
    const facts = fileThat({ status, text: '' });
    expect(say(fileStatus, facts)).toEqual([`fail: The client file is answered with status ${status}`]);
    expect(failing(fileStatus, facts).values.advice).toContain(words);
  });
});

it('a name that was not asked as a homeserver is not blamed for a missing file', () => {
  const all = (facts: Facts) => [findable, fileElsewhereOnly, fileFound].flatMap((check) => say(check, facts));
  const unasked = (direct: ClientFacts['direct']) => fileFacts({ status: 404, text: '' }, { ...NO_HOMESERVER, direct });
  expect(new Set(all(unasked(skipped('the first address did not answer'))))).toEqual(
    new Set(['not-tested: the name itself was not asked as a homeserver: the first address did not answer']),
  );
  const noRoute = look(webDestination('2001:db8::5'), '/_matrix/client/versions', unroutable);
  expect(new Set(all(unasked(seen(noRoute))))).toEqual(
    new Set(['not-tested: this machine has no route to that address']),
  );
});

describe('several addresses', () => {
  const two = (second: Answer) =>
    clientFacts({ file: clientFile([clientFetch(), clientFetch(second, '2001:db8::5')]) });

  it('warns of a dead one', () => {
    expect(say(everyAddress, two(refused))).toEqual([
      'fail: The client file of example.com cannot be fetched at [2001:db8::5]:443',
    ]);
    expect(say(sameAnswer, two(refused))).toEqual(['pass']);
    expect(errors(two(refused))).toEqual([]);
  });

  it.each<[string, Answer]>([
    ['another base URL', { json: { 'm.homeserver': { base_url: 'https://old.example.com' } } }],
    ['a member more', { json: { 'm.homeserver': { base_url: 'https://matrix.example.com' }, 'io.element.e2ee': {} } }],
    ['404', { status: 404, text: '' }],
    ['a web page', { text: '<html>' }],
    ['no CORS header', { headers: [['Content-Type', 'application/json']] }],
  ])('warns of one that gives %s', (_name, second) => {
    expect(say(sameAnswer, two(second))).toEqual([
      'fail: The addresses of example.com give different answers for the client file',
    ]);
    expect(failing(sameAnswer, two(second)).values.address).toBe('[2001:db8::5]');
    expect(errors(two(second))).toEqual([]);
  });

  it('leaves a failed handshake at one to area client-tls', () => {
    expect(say(sameAnswer, two({ connection: failed(failure('tls', 'not-tls')) }))).toEqual(['pass']);
  });

  it('does not mind another order of members', () => {
    const members = {
      'm.homeserver': { base_url: 'https://matrix.example.com' },
      'org.example.a': 1,
      'org.example.b': 2,
    };
    const turned = Object.fromEntries(Object.entries(members).toReversed());
    const file = clientFile([clientFetch({ json: members }), clientFetch({ json: turned }, '2001:db8::5')]);
    expect(say(sameAnswer, clientFacts({ file }))).toEqual(['pass']);
  });
});

describe('client/file-not-redirected', () => {
  it('counts the redirects', () => {
    const hop = (name: string) =>
      look(webDestination('203.0.113.5', name), '/.well-known/matrix/client', { status: 301, headers: CORS, text: '' });
    const behind = (...names: readonly string[]) =>
      clientFacts({ file: clientFile([clientFetch({}, '203.0.113.5', names.map(hop))]) });
    expect(say(fileNotRedirected, behind('www.example.com'))).toEqual([
      'fail: The client file is behind a redirect, which not every client follows',
    ]);
    expect(say(fileNotRedirected, behind('a.example.com', 'b.example.com'))).toEqual([
      'fail: The client file is behind 2 redirects, which not every client follows',
    ]);
  });
});
