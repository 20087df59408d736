import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereSupportFileFound } from '../verdicts/where-support-file-found.js';

export const fileComplete = {
  id: 'support/file-complete',
  title: 'The support file says what the specification wants to know',
  failureTitle: 'The support file is not as the specification has it: {problem}',
  level: 'MUST',
  severity: 'warning',
  affects: 'readers',
  spec: links.wellKnownSupport,
  why: 'Programs that show the contacts of {host} refuse the file or leave these out. It needs contacts (each with a role, and a matrix_id or an email_address) or a support_page.',
  fix: 'Correct {url}. Right is: {"contacts":[{"role":"m.role.admin","matrix_id":"@admin:{host}","email_address":"admin@{host}"}],"support_page":"https://{host}/support"}. If there is nothing to say, answer 404.',
  evaluate: whereSupportFileFound(({ file, reading }) => {
    if (reading.kind === 'invalid-json') return [notTested('the support file is not JSON')];
    const faults = reading.kind === 'read' ? reading.faults : [`it is ${reading.found} in place of an object`];
    const [first] = faults;
    if (first === undefined) return [pass()];
    return [
      fail({
        values: {
          problem: faults.length === 1 ? first : `${first}, and ${faults.length - 1} more`,
          host: file.host.host,
          url: file.url,
        },
        evidence: faults.map((fault) => ({ label: file.url, value: fault })),
      }),
    ];
  }),
} as const satisfies Check;
