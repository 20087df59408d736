import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { keysVerdicts } from '../verdicts/where-published-keys.js';

export const plainNumbers = {
  id: 'keys/plain-numbers',
  title: 'Numbers in the key answer are written as plain integers',
  failureTitle: 'A number in the key answer of {where} is read in different ways: {problem}',
  level: 'MUST',
  severity: 'warning',
  affects: 'servers',
  spec: links.canonicalJson,
  why: 'What is signed has only plain integers. Where one is written with an exponent, a fraction or too many digits, servers disagree on its value and so on the signature.',
  fix: 'Write it as a plain integer, such as 1795392000000. A homeserver does so by itself: update it if it is old or home-made.',
  evaluate: keysVerdicts(
    ({ unsafeNumbers }) =>
      unsafeNumbers.length === 0
        ? null
        : { values: { problem: unsafeNumbers.join('; ') }, seen: unsafeNumbers.join('; ') },
    ({ canonicalFault }) => (canonicalFault === null ? null : 'the answer has no canonical form'),
  ),
} as const satisfies Check;
