import type { ClientReport } from '../../report/report.js';
import { RTC_SERVICE_WORDS } from '../vocabulary.js';
import { type Page, pad } from './page.js';

/** What clients learn from the homeserver once they have found it; only where everything is to be shown. */
export const clientLines = (client: ClientReport, page: Page): readonly string[] => {
  const { versions, loginFlows, authMetadata, rtc } = client;
  if (!page.options.verbose || versions === null) return [];
  const ways = [
    ...(loginFlows ?? []),
    ...(authMetadata === null ? [] : [`OAuth 2.0 by ${authMetadata.issuer ?? 'nobody who is named'}`]),
  ];
  const calls = rtc.services.map(({ url, state }) => `${url} (${RTC_SERVICE_WORDS[state]})`);
  return [
    page.heading('What clients find'),
    ...row('Versions', versions, page),
    ...row('Sign-in', ways, page),
    ...row('Calls', calls, page),
  ];
};

const row = (label: string, items: readonly string[], page: Page): readonly string[] =>
  items.length === 0 ? [] : page.hang(`  ${pad(label, 8)}  `, items.join(', '));
