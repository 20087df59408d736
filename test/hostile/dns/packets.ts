import {
  type Behaviour,
  BROKEN,
  behaviour,
  FOUND,
  GOOD,
  type MessageSpec,
  POISON,
  type Step,
  says,
} from './behaviour.js';

const poison = (change: MessageSpec): Step => ({ message: { ...POISON, ...change } });
/** Something that is no answer, and the answer behind it. */
const ignored = (name: string, ...first: Step[]): Behaviour =>
  behaviour(`${name}, then the answer`, [...first, { afterMs: 20 }, { message: GOOD }], FOUND);

const overTcp = {
  ...FOUND,
  transport: 'tcp',
  remark: 'changes the case of the name that it is asked for, so it was asked over TCP',
} as const;

/** What arrives and is not the answer: it must change nothing. */
export const packets: readonly Behaviour[] = [
  ignored('another id', poison({ id: 'other' })),
  ignored('another name', poison({ question: { name: 'hostile.invalid' } })),
  ignored('a longer name', poison({ question: { name: 'hostile.example.invalid' } })),
  ignored('another type', poison({ question: { type: 28 } })),
  ignored('another class', poison({ question: { class: 3 } })),
  ignored('another source port', { elsewhere: POISON }),
  ignored('a query instead of a response', poison({ qr: 0 })),
  ignored('an update response', poison({ opcode: 5 })),
  ignored('two questions', poison({ question: 'twice' })),
  ignored('no question', poison({ question: 'none' })),
  ignored('0 octets', { octets: '' }),
  ignored('1 octet', { octets: '00' }),
  ignored('11 octets', poison({ cut: 11 })),
  ignored('a header alone', poison({ cut: 12 })),
  ignored('half a question', poison({ cut: 20 })),
  ignored('text', { octets: Buffer.from('GET / HTTP/1.1\r\n\r\n').toString('hex') }),
  ignored('100 guesses at the id', { message: { ...POISON, id: 'other' }, times: 100 }),
  behaviour(
    'guesses at the id in which the answer drowns',
    [{ message: { ...POISON, id: 'other' }, times: 1000 }],
    { ...FOUND, transport: 'tcp' },
    { tcp: says(GOOD), brief: true },
  ),
  behaviour('the answer, then another one', [{ message: GOOD }, { message: POISON }], FOUND),
  behaviour('the name in another case, over TCP the answer', [poison({ question: 'swapped' })], overTcp, {
    tcp: says(GOOD),
  }),
  behaviour('a guess in lower case before the answer', [poison({ question: 'lower' }), { message: GOOD }], overTcp, {
    tcp: says(GOOD),
  }),
  behaviour('names in upper case, over UDP and TCP', says({ ...GOOD, question: 'upper' }), overTcp),
  behaviour(
    'names in lower case, and no TCP',
    says({ ...GOOD, question: 'lower' }),
    {
      ...FOUND,
      transport: 'udp',
      remark: 'changes the case of the name that it is asked for, and does not answer over TCP',
    },
    { tcp: 'closed' },
  ),
  behaviour(
    'only guesses at the id',
    [{ message: { ...POISON, id: 'other' }, times: 20 }],
    { ...BROKEN, remark: 'none of which answers the question' },
    { brief: true },
  ),
  behaviour(
    'answers over TCP to other questions alone',
    says({ ...POISON, flags: 0x0380 }),
    {
      ...BROKEN,
      remark: 'it sent only answers to other questions over TCP',
    },
    { tcp: [{ message: { ...POISON, id: 'other' }, times: 100 }] },
  ),
];
