import { expect, it } from 'vitest';
import { parseServerName } from '../../src/spec/server-name.js';
import { type ServerNameOddity, serverNameOddities } from '../../src/spec/server-name-oddities.js';

const cases: readonly (readonly [text: string, oddities: readonly ServerNameOddity[]])[] = [
  ['example.com', []],
  ['example.com:8448', []],
  ['a-b.example:0443', ['port-with-leading-zeros']],
  ['Example.COM', ['upper-case']],
  ['localhost', ['single-label']],
  ['localhost.', ['single-label', 'trailing-dot']],
  ['1.2.3', ['all-numeric']],
  ['1.2.3.4.5:443', ['all-numeric']],
  ['12345', ['single-label', 'all-numeric']],
  ['example.com.', ['trailing-dot']],
  ['-a.example', ['outer-hyphen']],
  ['a-.example', ['outer-hyphen']],
  ['203.0.113.5', ['ip-literal']],
  ['[2001:db8::1]:443', ['ip-literal']],
  ['[2001:DB8::1]', ['ip-literal', 'ipv6-spelling']],
  ['[2001:db8:0:0:0:0:0:1]', ['ip-literal', 'ipv6-spelling']],
  ['[::ffff:1.2.3.4]', ['ip-literal']],
  ['[::ffff:102:304]', ['ip-literal', 'ipv6-spelling']],
  [`${'a.'.repeat(115)}a`, ['over-230-characters']],
  [`${'a.'.repeat(114)}a`, []],
  [`${'a.'.repeat(114)}a:443`, ['over-230-characters']],
];

it.each(cases)('%s: %j', (text, oddities) => {
  const reading = parseServerName(text);
  if (reading.kind === 'invalid') throw new Error(reading.problem.message);
  expect(serverNameOddities(reading.serverName)).toEqual(oddities);
});
