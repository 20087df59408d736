import {
  address,
  type Behaviour,
  BROKEN,
  behaviour,
  type Expected,
  FOUND,
  GOOD,
  type RecordSpec,
  SILENT,
  type Step,
  says,
} from './behaviour.js';

const CUT_OFF: readonly Step[] = [{ message: { flags: 0x0380 } }];
/** An answer over UDP that is cut off, and then that over TCP. */
const thenTcp = (
  name: string,
  tcp: Behaviour['tcp'],
  expected: Expected,
  rest: { readonly brief?: true } = {},
): Behaviour => behaviour(`cut off, TCP: ${name}`, CUT_OFF, expected, { tcp, ...rest });
const overTcp: Expected = { ...FOUND, transport: 'tcp' };

const opt = (ttl: number, hex = ''): RecordSpec => ({ owner: '.', type: 41, class: 1232, ttl, data: { hex } });
const refusesEdns = (name: string, step: Step, word: string): Behaviour =>
  behaviour(
    `${name} to EDNS`,
    [step],
    { ...FOUND, remark: `answers ${word} to questions with EDNS` },
    { plain: says(GOOD) },
  );
const EXTENDED_ERROR = '000f00040016616263'.replace('0004', '0005');

/** What happens on the way: truncation, TCP, EDNS, servers that are not there. */
export const transports: readonly Behaviour[] = [
  thenTcp('the answer', says(GOOD), overTcp),
  thenTcp('refused', 'closed', { ...BROKEN, remark: 'over TCP it cannot be reached (ECONNREFUSED)' }),
  thenTcp('silence', [], { ...SILENT, remark: 'over TCP no answer in time' }),
  thenTcp('one octet at a time', [{ dripped: GOOD }], overTcp),
  thenTcp('an empty message, then the answer', [{ stream: '0000' }, { message: GOOD }], overTcp),
  thenTcp('a length of zero again and again', [{ stream: '0000'.repeat(200) }], {
    ...BROKEN,
    remark: 'only answers to other questions over TCP',
  }),
  thenTcp('a length beyond the end', [{ lied: GOOD, length: 500 }, { end: 'close' }], {
    ...BROKEN,
    remark: 'closed the TCP connection',
  }),
  thenTcp('a length beyond what comes', [{ lied: GOOD, length: 500 }], SILENT),
  thenTcp('a length that is too small', [{ lied: GOOD, length: 40 }], BROKEN),
  thenTcp('two messages, the second one right', [{ message: { ...GOOD, id: 'other' } }, { message: GOOD }], overTcp),
  thenTcp('64 KiB of addresses', says({ answers: addresses(4000) }), {
    ...overTcp,
    records: 4000,
    finding: 'dns/within-limits',
  }),
  thenTcp('cut off as well', CUT_OFF, { ...BROKEN, remark: 'cut off over TCP too' }),
  thenTcp('closed at once', [{ end: 'close' }], { ...BROKEN, remark: 'closed the TCP connection' }),
  thenTcp('reset', [{ end: 'reset' }], { ...BROKEN, remark: 'over TCP it cannot be reached (ECONNRESET)' }),
  thenTcp('half of the answer, then reset', [{ stream: '00ff0001' }, { afterMs: 30 }, { end: 'reset' }], BROKEN),
  behaviour(
    'UDP is closed, TCP answers',
    'closed',
    { ...overTcp, remark: 'answers over TCP, but not over UDP' },
    { tcp: says(GOOD) },
  ),
  behaviour(
    'UDP is silent, TCP answers',
    [],
    { ...overTcp, remark: 'answers over TCP, but not over UDP' },
    { tcp: says(GOOD), brief: true },
  ),
  behaviour(
    'nobody is there',
    'closed',
    { outcome: 'unavailable', records: [], finding: null, remark: 'ECONNREFUSED' },
    { tcp: 'closed' },
  ),
  behaviour('silence', [], SILENT),
  behaviour(
    'an answer later than its try has time',
    [{ afterMs: 1_150 }, { message: GOOD }],
    { ...FOUND, remark: 'answered late' },
    { tcp: [], brief: true },
  ),
  behaviour('the first server is dead', says(GOOD), FOUND, { before: 'closed' }),
  behaviour('the first server is silent', says(GOOD), FOUND, { before: 'silent', brief: true }),
  refusesEdns('FORMERR', { message: { rcode: 1, additionals: [] } }, 'FORMERR'),
  refusesEdns('FORMERR without a question', { message: { rcode: 1, question: 'none', additionals: [] } }, 'FORMERR'),
  refusesEdns('FORMERR, a header alone,', { message: { rcode: 1, counts: [0, 0, 0, 0], cut: 12 } }, 'FORMERR'),
  refusesEdns('NOTIMP', { message: { rcode: 4, additionals: [] } }, 'NOTIMP'),
  refusesEdns('BADVERS', { message: { additionals: [opt(0x01000000)] } }, 'BADVERS'),
  behaviour('FORMERR to everything', says({ rcode: 1 }), {
    outcome: 'other-rcode',
    records: [],
    finding: 'dns/answers-reliable',
  }),
  behaviour('no OPT record', says({ ...GOOD, additionals: [] }), FOUND),
  behaviour('two OPT records', says({ ...GOOD, additionals: [opt(0), opt(0)] }), FOUND),
  behaviour('an OPT record among the answers', says({ answers: [address('203.0.113.5'), opt(0x7f000000)] }), FOUND),
  behaviour('an option longer than its record', says({ ...GOOD, additionals: [opt(0, '000fffff00')] }), FOUND),
  behaviour('an extended error with the answer', says({ ...GOOD, additionals: [opt(0, EXTENDED_ERROR)] }), {
    ...FOUND,
    remark: 'extended error 22',
  }),
];

function addresses(count: number): RecordSpec[] {
  return Array.from({ length: count }, (_, index) => address(`203.0.${index >> 8}.${index & 255}`));
}
