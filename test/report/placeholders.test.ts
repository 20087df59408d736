import { expect, it } from 'vitest';
import { checks } from '../../src/checks/index.js';
import { fillPlaceholders, namePlaceholders, placeholders } from '../../src/report/placeholders.js';

const TEXT = 'Publish {"m.server": "{host}:443"} on {name}, not on {host}.';

it('finds names in braces, and takes JSON for what it is', () => {
  expect(placeholders(TEXT)).toEqual(['host', 'name', 'host']);
});

it('fills every one', () => {
  expect(fillPlaceholders(TEXT, { host: 'a.example', name: 'b.example' })).toBe(
    'Publish {"m.server": "a.example:443"} on b.example, not on a.example.',
  );
});

it('leaves those without a value, also where objects have such a member by nature', () => {
  expect(fillPlaceholders('{host} {constructor}', {})).toBe('{host} {constructor}');
});

it('does not fill what a value brings along', () => {
  expect(fillPlaceholders('{a}', { a: '{b} $& $1', b: 'x' })).toBe('{b} $& $1');
});

it('names them where there is no case at hand', () => {
  expect(namePlaceholders(TEXT)).toBe('Publish {"m.server": "<host>:443"} on <name>, not on <host>.');
});

it.each(checks.flatMap(({ id, why, fix }) => [why, fix].map((text) => ({ id, text: namePlaceholders(text) }))))(
  'leaves nothing glued to its neighbours in the texts of $id: $text',
  ({ text }) => {
    expect(text).toMatch(/^.+[^,:;]$/s);
    expect(text).not.toMatch(
      /[.a-z)"]<[A-Za-z]+>(?= |$)|<(?:hint|advice|detour|reason|doubt|instead|outage)>(?! *\.$)/,
    );
  },
);

it.each([
  ['{detour}Serve it at {where}.', 'Serve it at <where>.'],
  ['Homeservers refuse it. {reason}{hint}', 'Homeservers refuse it.'],
  ['First. {detour}Then {x}.', 'First. Then <x>.'],
  ['This is none: {problem}', 'This is none: <problem>'],
  ['{advice}', 'It depends on what is found: the report of a server with this fault says it.'],
  ['{advice} If it is gone, remove it.', 'If it is gone, remove it.'],
  ['{advice} "openssl" shows it.', '"openssl" shows it.'],
  ['Remove "{record}".{hint}', 'Remove "<record>".'],
  ['Correct {origin}.{hint} Then look.', 'Correct <origin>. Then look.'],
  ['Write {url} in the file{doubt}, and serve it.', 'Write <url> in the file, and serve it.'],
  ['Use a name such as matrix.{host}, or another.', 'Use a name such as matrix.<host>, or another.'],
  ['{name} does not answer', '<name> does not answer'],
  ['It is https://{host}{path}', 'It is https://<host><path>'],
])('leaves out what is a sentence of its own: %j', (text, named) => {
  expect(namePlaceholders(text)).toBe(named);
});
