import { describe, expect, it } from 'vitest';
import { baseUrlFinalSlashes } from '../../../src/checks/client/base-url-final-slashes.js';
import { baseUrlHostName } from '../../../src/checks/client/base-url-host-name.js';
import { baseUrlHostResolves } from '../../../src/checks/client/base-url-host-resolves.js';
import { baseUrlHttps } from '../../../src/checks/client/base-url-https.js';
import { baseUrlIsUrl } from '../../../src/checks/client/base-url-is-url.js';
import { baseUrlLowerCaseScheme } from '../../../src/checks/client/base-url-lower-case-scheme.js';
import { baseUrlMatrixPath } from '../../../src/checks/client/base-url-matrix-path.js';
import { baseUrlPlaceholder } from '../../../src/checks/client/base-url-placeholder.js';
import { baseUrlPlain } from '../../../src/checks/client/base-url-plain.js';
import { baseUrlPresent } from '../../../src/checks/client/base-url-present.js';
import { baseUrlWithoutPath } from '../../../src/checks/client/base-url-without-path.js';
import { notTheServerFile } from '../../../src/checks/client/not-the-server-file.js';
import { versionsAnswered } from '../../../src/checks/client-api/versions-answered.js';
import { diagnose } from '../../../src/diagnose.js';
import { seen, skipped } from '../../../src/facts/observation.js';
import { readInput } from '../../../src/spec/server-name.js';
import { baseUrlFacts, clientFacts, failing, fileFacts, homeserver, say, versionsLook } from '../client-facts.js';
import { host } from '../healthy-facts.js';

const nobodyThere = { homeserver: homeserver([versionsLook({ status: 404, text: '' })]) };

describe('client/base-url-present', () => {
  it.each([
    [{}, 'no m.homeserver', ''],
    [
      { homeserver: { base_url: 'https://matrix.example.com' } },
      'no m.homeserver',
      'Write m.homeserver in place of homeserver. ',
    ],
    [
      { base_url: 'https://matrix.example.com' },
      'no m.homeserver',
      'Put base_url into an object that is the value of m.homeserver. ',
    ],
    [{ 'm.homeserver': 'https://matrix.example.com' }, 'm.homeserver is a string', ''],
    [
      { 'm.homeserver': { baseUrl: 'https://matrix.example.com' } },
      'no base_url in m.homeserver',
      'Write base_url in place of baseUrl. ',
    ],
    [{ 'm.homserver': {} }, 'no m.homeserver', 'Write m.homeserver in place of m.homserver. '],
    [{ 'm.hs': {}, 'm.identity_server': {} }, 'no m.homeserver', 'Write m.homeserver in place of m.hs. '],
    [{ 'm.homeserver': { 'base-url': 'x' } }, 'no base_url in m.homeserver', 'Write base_url in place of base-url. '],
    [{ 'm.homeserver': { url: 'x' } }, 'no base_url in m.homeserver', 'Write base_url in place of url. '],
    [{ 'm.homeserver': { base_url: null } }, 'base_url is null', ''],
    [{ 'm.homeserver': { base_url: '' } }, 'base_url is empty', ''],
  ])('%j', (json, found, hint) => {
    const facts = fileFacts({ json });
    expect(say(baseUrlPresent, facts)).toEqual([
      `fail: The client file does not say where the homeserver is: ${found}`,
    ]);
    expect(failing(baseUrlPresent, facts).values.hint).toBe(hint);
  });

  it('leaves the server file to its own check', () => {
    const facts = fileFacts({ json: { 'm.server': 'matrix.example.com:443' } });
    expect(say(baseUrlPresent, facts)).toEqual([
      'not-tested: the server file is served at the path of the client file',
    ]);
    expect(say(notTheServerFile, facts)).toEqual(['fail: The file for servers is served at the path for clients']);
  });
});

describe('client/base-url-placeholder', () => {
  it.each([
    ['https://matrix.<your domain>', '<your domain>'],
    ['https://{{ matrix_domain }}', '{{ matrix_domain }}'],
    ['https://$DOMAIN', '$DOMAIN'],
    ['https://matrix.DOMAIN', 'DOMAIN'],
    ['https://matrix.yourdomain.net', 'yourdomain'],
    ['https://matrix.example.org', 'example.org'],
    ['https://example.net:8448/', 'example.net'],
  ])('%s', (baseUrl, placeholder) => {
    expect(say(baseUrlPlaceholder, baseUrlFacts(baseUrl, nobodyThere))).toEqual([
      `fail: The base URL still has the placeholder ${placeholder} in it`,
    ]);
  });

  it('knows a name of its own', () => {
    expect(say(baseUrlPlaceholder, baseUrlFacts('https://matrix.example.com', nobodyThere))).toEqual(['pass']);
    const machine = 'https://static.5.113.0.203.clients.your-server.de';
    expect(say(baseUrlPlaceholder, baseUrlFacts(machine, nobodyThere))).toEqual(['pass']);
    const other = clientFacts(nobodyThere, { input: readInput('other.example') });
    expect(say(baseUrlPlaceholder, other)).toEqual(['fail: The base URL still has the placeholder example.com in it']);
  });

  it('takes a homeserver that answers for what it is', () => {
    expect(say(baseUrlPlaceholder, baseUrlFacts('https://matrix.yourdomain.net'))).toEqual(['pass']);
  });

  it('blocks what would follow from it', () => {
    const facts = baseUrlFacts('https://matrix.<your domain>', { homeserver: skipped('there is no usable base URL') });
    expect(say(baseUrlIsUrl, facts)).toEqual(['not-tested: the base URL still holds a placeholder']);
    expect(say(versionsAnswered, baseUrlFacts('https://matrix.example.org', nobodyThere))).toEqual([
      'not-tested: the base URL still holds a placeholder',
    ]);
  });
});

describe('client/base-url-is-url', () => {
  it.each([
    ['matrix.example.com', 'the scheme is missing: write https://matrix.example.com'],
    [
      'matrix.example.com:8448',
      'the scheme is missing: write https://matrix.example.com:8448; Element X takes what stands before the colon for the scheme',
    ],
    ['ftp://matrix.example.com', 'the scheme is "ftp", and only https is used'],
  ])('%s', (baseUrl, why) => {
    expect(say(baseUrlIsUrl, baseUrlFacts(baseUrl, { homeserver: skipped('no base URL') }))).toEqual([
      `fail: The base URL "${baseUrl}" is not a web address: ${why}`,
    ]);
  });

  it('shows what is no string', () => {
    const facts = fileFacts({ json: { 'm.homeserver': { base_url: 8448 } } });
    expect(say(baseUrlIsUrl, facts)).toEqual([
      'fail: The base URL "8448" is not a web address: it is a number in place of a string',
    ]);
  });
});

describe('base URLs that are odd', () => {
  it('client/base-url-https', () => {
    const facts = baseUrlFacts('http://matrix.example.com', { homeserver: skipped('the base URL is plain http') });
    expect(say(baseUrlHttps, facts)).toEqual(['fail: The base URL http://matrix.example.com is not encrypted']);
    expect(failing(baseUrlHttps, facts).values.encrypted).toBe('https://matrix.example.com');
    expect(say(versionsAnswered, facts)).toEqual(['not-tested: the base URL is plain http']);
  });

  it.each(['localhost:8008', '127.0.0.1:8008', '[::1]:8008', 'synapse:8008', 'matrix.local'])(
    'client/base-url-https does not send clients to https://%s',
    (host) => {
      const facts = baseUrlFacts(`http://${host}`, { homeserver: skipped('the base URL is plain http') });
      expect(failing(baseUrlHttps, facts).values.encrypted).toBe('https://matrix.example.com');
    },
  );

  it('client/base-url-matrix-path', () => {
    const facts = baseUrlFacts('https://matrix.example.com/_matrix/client/', nobodyThere);
    expect(say(baseUrlMatrixPath, facts)).toEqual([
      'fail: The base URL https://matrix.example.com/_matrix/client/ has /_matrix in it, which clients add themselves',
    ]);
    expect(failing(baseUrlMatrixPath, facts).values).toMatchObject({
      asked: 'https://matrix.example.com/_matrix/client/_matrix/client/versions',
      right: 'https://matrix.example.com',
    });
    expect(say(versionsAnswered, facts)).toEqual([
      'not-tested: the base URL ends in /_matrix/client, so nothing answers below it',
    ]);
  });

  it.each([
    ['https://matrix.example.com/?a=b', 'a query ("?")', 'https://matrix.example.com'],
    ['https://matrix.example.com#top', 'a fragment ("#")', 'https://matrix.example.com'],
    [' https://matrix.example.com', 'blanks around it', 'https://matrix.example.com'],
  ])('client/base-url-plain: "%s"', (baseUrl, surplus, plain) => {
    expect(say(baseUrlPlain, baseUrlFacts(baseUrl))).toEqual([
      `fail: The base URL ${baseUrl.trim()} has more to it than it should: ${surplus}`,
    ]);
    expect(failing(baseUrlPlain, baseUrlFacts(baseUrl)).values).toMatchObject({ plain, exposed: '' });
  });

  it('shows no password', () => {
    const facts = baseUrlFacts('https://admin:secret@matrix.example.com');
    expect(say(baseUrlPlain, facts)).toEqual([
      'fail: The base URL https://***@matrix.example.com has more to it than it should: a user name ("@")',
    ]);
    expect(JSON.stringify(failing(baseUrlPlain, facts))).not.toContain('secret');
    const spaced = baseUrlFacts(' https://admin:secret@matrix.example.com');
    const asked = { homeserver: homeserver([versionsLook()], 'https://admin:secret@matrix.example.com') };
    const withHomeserver = baseUrlFacts('https://admin:secret@matrix.example.com', asked);
    for (const one of [facts, spaced, withHomeserver, baseUrlFacts('ftp://admin:secret@matrix.example.com')]) {
      expect(JSON.stringify(diagnose(one))).not.toContain('secret');
    }
  });

  it.each([
    ['https://matrix.example.com', ['pass']],
    ['https://matrix.example.com/', ['pass']],
    ['https://example.com/synapse', ['fail: The base URL https://example.com/synapse has the path /synapse']],
    ['https://matrix.example.com//', ['pass']],
  ])('client/base-url-without-path: %s', (baseUrl, words) => {
    expect(say(baseUrlWithoutPath, baseUrlFacts(baseUrl))).toEqual(words);
  });

  it('keeps the host where a path is to go', () => {
    const facts = baseUrlFacts('https://matrix.example.com:8443/synapse/');
    expect(failing(baseUrlWithoutPath, facts).values.root).toBe('https://matrix.example.com:8443');
  });

  it('client/base-url-final-slashes', () => {
    const facts = baseUrlFacts('https://matrix.example.com//');
    expect(say(baseUrlFinalSlashes, facts)).toEqual([
      'fail: The base URL https://matrix.example.com// ends in more than one slash',
    ]);
    expect(failing(baseUrlFinalSlashes, facts).values.right).toBe('https://matrix.example.com');
    const slashes = '/'.repeat(300_000);
    expect(failing(baseUrlFinalSlashes, baseUrlFacts(`https://matrix.example.com${slashes}a//`)).values.right).toBe(
      `https://matrix.example.com${slashes}a`,
    );
    expect(say(baseUrlFinalSlashes, baseUrlFacts('https://matrix.example.com/'))).toEqual(['pass']);
  });

  it.each(['203.0.113.10', '[2001:db8::10]'])('client/base-url-host-name: %s', (address) => {
    expect(say(baseUrlHostName, baseUrlFacts(`https://${address}`))).toEqual([
      `fail: The base URL https://${address} has an IP address in place of a host name`,
    ]);
    const same = clientFacts({}, { input: readInput(address) });
    expect(say(baseUrlHostName, same)).toEqual(['not-applicable: the server name is an address itself']);
  });

  it('client/base-url-lower-case-scheme', () => {
    const facts = baseUrlFacts('HTTPS://Matrix.example.com');
    expect(say(baseUrlLowerCaseScheme, facts)).toEqual([
      'fail: The base URL HTTPS://Matrix.example.com has upper-case letters before ://',
    ]);
    expect(failing(baseUrlLowerCaseScheme, facts).values.lower).toBe('https://Matrix.example.com');
  });

  it('client/base-url-host-resolves', () => {
    const addresses = host('matrix.example.com', 'servfail');
    const facts = clientFacts({ homeserver: seen({ baseUrl: 'https://matrix.example.com', addresses, versions: [] }) });
    expect(say(baseUrlHostResolves, facts)).toEqual([
      'fail: Clients are sent to matrix.example.com, for which DNS gives no address: SERVFAIL',
    ]);
    expect(failing(baseUrlHostResolves, facts).values.advice).toMatch(/^Mend the name servers of matrix\.example\.com/);
    const missing = {
      baseUrl: 'https://matrix.example.com',
      addresses: host('matrix.example.com', 'nodata'),
      versions: [],
    };
    const withoutRecord = clientFacts({ homeserver: seen(missing) });
    expect(failing(baseUrlHostResolves, withoutRecord).values.advice).toMatch(/^Add an A record/);
    const local = { baseUrl: 'https://localhost:8008', addresses: host('localhost', 'nodata'), versions: [] };
    const { advice } = failing(
      baseUrlHostResolves,
      baseUrlFacts('https://localhost:8008', { homeserver: seen(local) }),
    ).values;
    expect(advice).toMatch(
      /^Clients elsewhere do not know localhost, .* https:\/\/matrix\.example\.com, most likely\.$/,
    );
    expect(say(versionsAnswered, facts)).toEqual([
      'not-tested: DNS gives no clear answer about the addresses of matrix.example.com',
    ]);
  });
});
