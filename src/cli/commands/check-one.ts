import { diagnose } from '../../diagnose.js';
import { renderers } from '../../render/index.js';
import type { Io } from '../io.js';
import { lookAndStay } from '../look-and-stay.js';
import { rendererFor, width } from '../options/output.js';
import type { CheckPlan } from './check-plan.js';
import type { NamesSource } from './facts-source.js';
import { openReporting } from './reporting.js';

/** One name: drawn at a terminal while it goes on, kept there if that is wanted, and then printed as in a pipe. */
export const checkOne = async (plan: CheckPlan, source: NamesSource, io: Io): Promise<number> => {
  const render = renderers[rendererFor(plan.output, false)];
  // The terminal may have another size by then.
  const reporting = await openReporting(plan, io, (report, text) => render(report, { ...text, width: width(io) }));
  try {
    for (const name of source.names) {
      const looked = await lookAndStay(
        plan,
        {
          look: (signal, tell) => source.look(name, signal, tell),
          judge: (facts) => diagnose(facts, plan.selection),
        },
        io,
      );
      await reporting.add(looked);
    }
  } finally {
    await reporting.close();
  }
  return reporting.exitCode();
};
