import { parseServerName, type ServerName } from '../../src/spec/server-name.js';

/** The server name of a text that is one. */
export const serverNameOf = (text: string): ServerName => {
  const reading = parseServerName(text);
  if (reading.kind === 'invalid') throw new Error(`${text}: ${reading.problem.message}`);
  return reading.serverName;
};
