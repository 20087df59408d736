import { expect, it } from 'vitest';
import { mixCase } from '../../src/net/dns-case.js';
import { answersQuery, encodeQuery } from '../../src/net/dns-question.js';

const GUESSES = 200_000;
const HEADER = 12;
const NAME = '_matrix-fed._tcp.example.com';

/** Numbers below `limit`, the same ones in every run. */
const numbers = (seed: number): ((limit: number) => number) => {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
};

const isLetter = (octet: number): boolean => /[a-z]/i.test(String.fromCharCode(octet));

it(`takes none of ${GUESSES} answers that guess at id, case or question`, () => {
  const next = numbers(20_261_125);
  const query = encodeQuery({ name: mixCase(NAME), type: 'SRV' }, 0x1234, false);
  const answer = Buffer.from(query);
  answer[2] = 0x81;
  expect(answersQuery(answer, query)).toBe('yes');
  const letters = [...answer.keys()].filter(
    (at) => at > HEADER && at < HEADER + NAME.length && isLetter(answer[at] ?? 0),
  );
  const edits: ((guess: Buffer) => unknown)[] = [
    (guess) => guess.writeUInt16BE((0x1234 + 1 + next(0xffff)) & 0xffff, 0),
    (guess) => {
      const at = letters[next(letters.length)] ?? 0;
      guess[at] = (guess[at] ?? 0) ^ 0x20;
    },
    (guess) => guess.writeUInt16BE(33 ^ (1 + next(0xff)), guess.length - 4),
    (guess) => guess.writeUInt16BE(2 + next(100), guess.length - 2),
    (guess) => {
      guess[2] = next(0x80);
    },
  ];
  let taken = 0;
  let inAnotherCase = 0;
  for (let count = 0; count < GUESSES; count += 1) {
    const guess = Buffer.from(answer);
    edits[count % edits.length]?.(guess);
    const fit = answersQuery(guess, query);
    if (fit === 'yes') taken += 1;
    if (fit === 'other-case') inAnotherCase += 1;
  }
  expect(taken).toBe(0);
  expect(inAnotherCase).toBe(GUESSES / edits.length);
});
