import { hyperlink } from '../../../render/text/hyperlink.js';
import { Line } from '../../components/line.js';
import { RunningLine } from '../../components/running-line.js';
import type { ProgressStore } from '../../store.js';
import type { Browse } from '../browse-state.js';

/** The last line: what goes on, what was asked for, or what the keys do. */
export const Footer = ({
  state,
  place,
  store,
}: {
  readonly state: Browse;
  readonly place: string;
  readonly store: ProgressStore;
}) => {
  const { typing, filter, running, notice } = state;
  if (typing) return <Line>{`/${filter}_`}</Line>;
  if (notice !== null) {
    return <Line>{notice.isLink && state.links ? hyperlink(notice.words) : notice.words}</Line>;
  }
  if (running) return <RunningLine store={store} words="running again" />;
  return <Line>{`${place}${filter === '' ? '' : `, filter "${filter}" (Esc ends it)`}. ${HINTS[state.view]}`}</Line>;
};

const HINTS = {
  list: '? help, Enter opens, / filters, r runs again, q leaves',
  detail: '? help, Esc back, n next, o link, q leaves',
  help: 'Esc back, q leaves',
} as const;
