import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/checks/check.js';
import { keysChecks } from '../../src/checks/keys/index.js';
import type { Facts } from '../../src/facts/facts.js';
import type { KeysRecipe } from '../../src/lab/scenario.js';
import { readInput } from '../../src/spec/server-name.js';
import { type Answer, endpointFacts, keysFacts, look } from './healthy-facts.js';
import { judge } from './judge.js';

const check = (name: string): Check => {
  const found = keysChecks.find(({ id }) => id === `keys/${name}`);
  if (found === undefined) throw new Error(`no check keys/${name}`);
  return found;
};

const failures = (facts: Facts): readonly string[] =>
  keysChecks
    .filter((one) => one.evaluate(facts).some(({ outcome }) => outcome === 'fail'))
    .map(({ id }) => id.slice('keys/'.length));

const answering = (answer: Answer): Facts =>
  endpointFacts((one) => ({ ...one, keys: look(one.destination, '/_matrix/key/v2/server', answer) }));

describe('a key answer with one fault', () => {
  const minute = 60_000;
  const day = 24 * 60 * minute;
  it.each<{ keys: KeysRecipe; fails: readonly string[]; words: RegExp }>([
    {
      keys: { serverName: 'matrix.example.com' },
      fails: ['server-name'],
      words: /is "matrix\.example\.com", not example\.com$/,
    },
    { keys: { serverName: 'Example.com' }, fails: ['server-name'], words: /is "Example\.com", not example\.com$/ },
    { keys: { fault: 'no-valid-until' }, fails: ['members'], words: /valid_until_ts is missing$/ },
    { keys: { fault: 'no-verify-keys' }, fails: ['members'], words: /verify_keys is missing$/ },
    { keys: { fault: 'no-signatures' }, fails: ['members'], words: /signatures is missing$/ },
    { keys: { fault: 'no-ed25519' }, fails: ['ed25519-key'], words: /only curve25519:lab1$/ },
    { keys: { fault: 'short-key' }, fails: ['key-usable'], words: /ed25519:lab1 of .* has 31 bytes, expected 32$/ },
    { keys: { fault: 'padded-key' }, fails: ['key-encoding'], words: /is padded/ },
    { keys: { fault: 'url-safe-key' }, fails: ['key-encoding'], words: /URL-safe/ },
    { keys: { fault: 'key-id-with-dash' }, fails: ['key-id'], words: /ed25519:lab-1/ },
    { keys: { fault: 'float' }, fails: ['canonical'], words: /org\.example\.load/ },
    { keys: { fault: 'altered' }, fails: ['signature'], words: /that of ed25519:lab1 does not fit the content$/ },
    { keys: { fault: 'unsigned' }, fails: ['signature'], words: /none of its keys signed$/ },
    {
      keys: { fault: 'unlisted-key-signs' },
      fails: ['signature', 'no-unlisted-signatures'],
      words: /only ed25519:unlisted signed/,
    },
    { keys: { fault: 'second-key-silent' }, fails: ['every-key-signs'], words: /is not signed with ed25519:lab2$/ },
    {
      keys: { validUntilUnit: 'seconds' },
      fails: ['valid-until-milliseconds'],
      words: /which seems to be in seconds$/,
    },
    { keys: { validForMs: -minute }, fails: ['valid-until'], words: /were valid until .* UTC only$/ },
    { keys: { validForMs: 30 * minute }, fails: ['valid-for-an-hour'], words: /for another (29|30) minutes only$/ },
    { keys: { validForMs: 30 * day }, fails: ['valid-for-a-week'], words: /are valid until / },
    { keys: { fault: 'old-key-without-expiry' }, fails: ['old-keys'], words: /ed25519:lab0 of .* has no expired_ts$/ },
    { keys: { fault: 'old-key-in-future' }, fails: ['old-keys'], words: /ends only on / },
    { keys: { fault: 'old-key-still-current' }, fails: ['old-keys'], words: /stands in verify_keys too$/ },
  ])('$keys fails $fails', ({ keys, fails, words }) => {
    const facts = keysFacts(keys);
    expect(failures(facts)).toEqual(fails);
    expect(judge(check(fails[0] ?? ''), facts)).toEqual([expect.stringMatching(words)]);
  });

  it.each([
    ['padded-key', 'key-encoding', /^ed25519:lab1 is "[A-Za-z0-9+/]{43}="$/],
    ['url-safe-key', 'key-encoding', /^ed25519:lab1 is "[A-Za-z0-9_-]{43}"$/],
    ['short-key', 'key-usable', /^ed25519:lab1 is "[A-Za-z0-9+/]+"$/],
  ] as const)('shows the key itself: %s', (fault, name, shown) => {
    expect(check(name).evaluate(keysFacts({ fault }))).toMatchObject([
      { evidence: [{ value: expect.stringMatching(shown) }, { value: expect.stringMatching(shown) }] },
    ]);
  });

  it('at one of two addresses is one finding that names it', () => {
    const facts = keysFacts({ fault: 'altered' }, 1);
    expect(failures(facts)).toEqual(['signature']);
    expect(judge(check('signature'), facts)).toEqual([expect.stringContaining('at [2001:db8::10]:443 does not hold')]);
  });
});

describe('a key answer that is none', () => {
  it.each<{ answer: Answer; fails: string; words: RegExp }>([
    { answer: { status: 404, text: '<html>' }, fails: 'answers', words: /status 404$/ },
    { answer: { text: '<html>' }, fails: 'json', words: /are no JSON object: / },
    { answer: { json: 'keys' }, fails: 'json', words: /it is a string$/ },
  ])('$answer fails $fails', ({ answer, fails, words }) => {
    const facts = answering(answer);
    expect(failures(facts)).toEqual([fails]);
    expect(judge(check(fails), facts)).toEqual([expect.stringMatching(words)]);
    expect(judge(check('signature'), facts)).toEqual([
      expect.stringMatching(/^not-tested: no readable signing keys from 203\.0\.113\.10:443 and \[/),
    ]);
  });
});

describe('a key answer that servers read in different ways', () => {
  it('has a member twice', () => {
    const facts = answering({ text: '{"server_name":"a","server_name":"example.com"}' });
    expect(failures(facts)).toContain('no-duplicate-members');
  });

  it('has a number that is no plain integer', () => {
    const facts = answering({ text: '{"server_name":"example.com","valid_until_ts":1.0e15}' });
    expect(failures(facts)).toContain('plain-numbers');
  });
});

describe('two homeservers behind one name', () => {
  it('are found by their keys', () => {
    const facts = keysFacts({ keySet: 'other' }, 1);
    expect(failures(facts)).toEqual(['same-everywhere']);
    expect(judge(check('same-everywhere'), facts)).toEqual([
      'fail: The addresses of example.com give different signing keys',
    ]);
  });
});

describe('a wrong server name', () => {
  const adviceOn = (typed: string, serverName: string): string => {
    const { federation } = keysFacts({ serverName });
    const facts: Facts = { ...keysFacts({}), input: readInput(typed), federation };
    const [verdict] = check('server-name').evaluate(facts);
    return verdict?.outcome === 'fail' ? (verdict.values.advice ?? '') : '';
  };

  it.each([
    ['example.com', 'Example.com', /differ only in case/],
    [
      'example.com',
      'matrix.example.com',
      /That is the delegated host\. In the configuration, server_name must be "example\.com"/,
    ],
    ['matrix.example.com', 'example.com', /so check example\.com\.$/],
    ['example.com', 'other.example.net', /^Another homeserver answers/],
  ])('%s answers as %s', (typed, serverName, words) => {
    expect(adviceOn(typed, serverName)).toMatch(words);
  });

  it('is not missed where the answer has none', () => {
    const facts = answering({ json: { verify_keys: {} } });
    expect(failures(facts)).toContain('members');
    expect(judge(check('server-name'), facts)).toEqual(['not-tested: the answer has no server_name']);
  });
});
