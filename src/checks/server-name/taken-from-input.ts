import { links } from '../../spec/links.js';
import type { InputForm } from '../../spec/server-name.js';
import type { Check } from '../check.js';
import { fail, notApplicable, pass } from '../verdict.js';

export const takenFromInput = {
  id: 'server-name/taken-from-input',
  title: 'The input is nothing but the server name',
  failureTitle: 'The server name {name} was taken out of {form}',
  level: 'advice',
  severity: 'info',
  affects: 'everyone',
  spec: links.serverName,
  why: 'A user ID, a room alias and a web address hold a server name without being one. If another name was meant, this report is about the wrong server.',
  fix: 'Nothing, if {name} is what stands behind the colon of your user IDs. Else give that name.',
  evaluate({ input }) {
    if (input.reading.kind === 'invalid') return [notApplicable('the input is not a server name')];
    if (input.form === 'server-name') return [pass()];
    return [
      fail({
        values: { name: input.reading.serverName.text, form: FORM_WORDS[input.form] },
        evidence: [{ label: 'the input', value: `"${input.typed}"` }],
      }),
    ];
  },
} as const satisfies Check;

const FORM_WORDS = {
  'server-name': 'a server name',
  trimmed: 'an input with blanks around it',
  'user-id': 'a user ID',
  'room-alias': 'a room alias',
  url: 'a web address',
} as const satisfies Record<InputForm, string>;
