import { expect, it } from 'vitest';
import { misspeltCorsHeaders } from '../../src/spec/misspelt-cors-headers.js';

it.each([
  'Access_Control_Allow_Origin',
  'Access-Control-Allow-Origins',
  'Access-Control-Origin',
  'Allow-Control-Allow-Origin',
  'Access-Controll-Alow-Orgin',
  'access-control-allow-orgin',
])('finds %s', (name) => {
  expect(
    misspeltCorsHeaders([
      ['Server', 'nginx'],
      [name, '*'],
      [name, '*'],
    ]),
  ).toEqual([name]);
});

it.each([
  'Access-Control-Allow-Origin',
  'access-control-allow-origin',
  'Access-Control-Allow-Headers',
  'Access-Control-Expose-Headers',
  'Timing-Allow-Origin',
  'Cross-Origin-Resource-Policy',
  'Origin-Agent-Cluster',
])('takes %s for what it is', (name) => {
  expect(misspeltCorsHeaders([[name, '*']])).toEqual([]);
});
