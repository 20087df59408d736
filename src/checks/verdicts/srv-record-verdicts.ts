import type { SrvTarget } from '../../facts/federation.js';
import type { Check } from '../check.js';
import { notTested, type Values } from '../verdict.js';
import { sharedVerdict } from './shared-verdict.js';
import { hostTargets, recordWords, whereSrvUsed } from './where-srv.js';

/** What is wrong with a record; `aside` stands behind it in the evidence. */
export interface RecordFault {
  readonly values?: Values;
  readonly aside?: string;
}

/** Judges each SRV record that gives destinations and names a host. The record's own fields fill `{owner}`, `{priority}`, `{weight}`, `{port}` and `{target}`. */
export const srvRecordVerdicts = (faultOf: (record: SrvTarget) => RecordFault | null): Check['evaluate'] =>
  whereSrvUsed((used) => {
    const { owner } = used;
    const records = hostTargets(used);
    if (records.length === 0) return [notTested(`${owner} names no server`)];
    return [
      sharedVerdict(
        records,
        () => `${owner} SRV`,
        (record) => {
          const fault = faultOf(record);
          if (fault === null) return null;
          const { priority, weight, port, target } = record;
          const fields = { owner, priority: `${priority}`, weight: `${weight}`, port: `${port}`, target };
          return { values: { ...fields, ...fault.values }, seen: `${recordWords(record)}${fault.aside ?? ''}` };
        },
      ),
    ];
  });
