import type { Facts } from '../facts/facts.js';
import type { ReportedServerName } from './report.js';

export const reportedServerName = ({ input: { reading } }: Facts): ReportedServerName | null => {
  if (reading.kind === 'invalid') return null;
  const { text, hostname, port, kind } = reading.serverName;
  return { text, hostname, port, kind };
};
