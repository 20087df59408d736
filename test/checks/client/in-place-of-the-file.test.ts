import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/checks/check.js';
import { fileJson } from '../../../src/checks/client/file-json.js';
import { fileNoWebPage } from '../../../src/checks/client/file-no-web-page.js';
import { fileNotEmpty } from '../../../src/checks/client/file-not-empty.js';
import { fileNotForbidden } from '../../../src/checks/client/file-not-forbidden.js';
import { fileNotRedirectedAway } from '../../../src/checks/client/file-not-redirected-away.js';
import { fileObject } from '../../../src/checks/client/file-object.js';
import { fileWhole } from '../../../src/checks/client/file-whole.js';
import { fileWithoutChallenge } from '../../../src/checks/client/file-without-challenge.js';
import { fileWithoutLogin } from '../../../src/checks/client/file-without-login.js';
import { clientChecks } from '../../../src/checks/client/index.js';
import type { Facts } from '../../../src/facts/facts.js';
import { failed, seen, skipped } from '../../../src/facts/observation.js';
import {
  CLIENT_FILE_URL,
  clientFacts,
  clientFetch,
  clientFile,
  failing,
  fileFacts,
  HEADERS,
  say,
  webDestination,
  withoutFile,
} from '../client-facts.js';
import { type Answer, failure, look, refused } from '../healthy-facts.js';

const NO_HOMESERVER = { homeserver: skipped('the client file names no usable base URL') };
const fileThat = (answer: Answer): Facts => fileFacts(answer, NO_HOMESERVER);

/** The errors that the checks of area client find. */
const errors = (facts: Facts): readonly string[] =>
  clientChecks
    .filter(({ severity }) => severity === 'error')
    .flatMap((check) => say(check, facts).map((words) => `${check.id}: ${words}`))
    .filter((words) => words.includes(': fail: '));

describe('what answers in place of the file', () => {
  const page = { text: '<!DOCTYPE html><html><head><title>Welcome</title></head></html>' };
  const challenge = '<html><head><title>Just a moment...</title></head></html>';
  const redirectedTo = (url: string, answer: Answer) => {
    const redirect = look(webDestination('203.0.113.5'), '/.well-known/matrix/client', { status: 302, text: '' });
    const end = { ...clientFetch(answer).hops[0], url };
    const fetch = clientFetch(answer);
    return clientFacts({
      file: clientFile([{ ...fetch, hops: [redirect, ...fetch.hops.map((hop) => ({ ...hop, ...end }))] }]),
      ...NO_HOMESERVER,
    });
  };

  it.each<[Check, string, Facts, string]>([
    [fileNotForbidden, '403', fileThat({ status: 403, text: '' }), 'The web server forbids the client file (403)'],
    [
      fileWithoutLogin,
      '401',
      fileThat({ status: 401, text: '' }),
      'The client file is behind a login: it is answered with 401',
    ],
    [
      fileWithoutLogin,
      'a redirect to a login page',
      redirectedTo('https://auth.example.com/?rd=x', page),
      'The client file is behind a login: it leads to https://auth.example.com/?rd=x',
    ],
    [
      fileWithoutChallenge,
      'a challenge by its header',
      fileThat({ status: 403, text: '', headers: [...HEADERS, ['cf-mitigated', 'challenge']] }),
      'A bot protection answers in place of the client file (status 403)',
    ],
    [
      fileWithoutChallenge,
      'a challenge by its title',
      fileThat({ status: 503, text: challenge }),
      'A bot protection answers in place of the client file (status 503)',
    ],
    [
      fileNotRedirectedAway,
      'a redirect of the whole site',
      redirectedTo('https://www.example.com/', page),
      'The client file is redirected to https://www.example.com/, which is a web page',
    ],
    [
      fileNoWebPage,
      'a web application',
      fileThat(page),
      'A web page comes in place of the client file: an HTML page ("Welcome") in place of JSON',
    ],
    [
      fileJson,
      'a message of PHP',
      fileThat({ text: '<br />\n<b>Warning</b>:  Undefined variable $x in <b>/srv/x.php</b>\n{}' }),
      'The client file is not JSON: a message of a program (Warning) before the JSON text, line 1 column 1',
    ],
  ])('%o: %s', (check, _name, facts, title) => {
    expect(say(check, facts)).toEqual([`fail: ${title}`]);
    expect(errors(facts)).toEqual([`${check.id}: fail: ${title}`]);
  });

  it('is not looked for where the file is there, or missing', () => {
    for (const check of [
      fileNotForbidden,
      fileWithoutLogin,
      fileWithoutChallenge,
      fileNotRedirectedAway,
      fileNoWebPage,
    ]) {
      expect(say(check, clientFacts())).toEqual(['pass']);
      expect(say(check, withoutFile())).toEqual(['pass']);
      expect(say(check, fileThat(refused))).toEqual([expect.stringMatching(/^not-tested: /)]);
    }
  });
});

describe('what comes in place of the file', () => {
  const bodyThat = (reason: 'body-too-large' | 'body-truncated' | 'timeout'): Answer => ({
    response: seen({ status: 200, headers: HEADERS, body: failed(failure('body', reason)) }),
  });

  it.each([
    ['body-too-large', 'the answer is too large', 'the client file there and nothing else'],
    ['body-truncated', 'the answer ends before its announced length', 'Content-Length'],
    ['timeout', 'the answer did not end in time', 'does not end it'],
  ] as const)('half a file: %s', (reason, words, advice) => {
    const facts = fileThat(bodyThat(reason));
    expect(say(fileWhole, facts)).toEqual([`fail: The client file does not arrive as a whole: ${words}`]);
    expect(failing(fileWhole, facts).values.advice).toContain(advice);
  });

  it('places the fault in JSON', () => {
    const facts = fileThat({ text: '{\n  "m.homeserver": {"base_url": "https://matrix.example.com"},\n}' });
    expect(say(fileJson, facts)).toEqual([
      'fail: The client file is not JSON: a comma before the closing brace, line 2 column 61',
    ]);
    expect(failing(fileJson, facts).evidence).toContainEqual({
      label: `${CLIENT_FILE_URL}, line 2 column 61`,
      value: '"  "m.homeserver": {"base_url": "https://matrix.example.com"},"',
    });
  });

  it.each([
    ['null', 'null'],
    ['[]', 'an array'],
    ['17', 'a number'],
  ])('JSON that is no object: %s', (text, found) => {
    expect(say(fileObject, fileThat({ text }))).toEqual([
      `fail: The client file is ${found} in place of a JSON object`,
    ]);
  });

  it('nothing', () => {
    expect(say(fileNotEmpty, fileThat({ text: '' }))).toEqual([
      'fail: The client file is answered with 200 and nothing in it',
    ]);
  });
});
