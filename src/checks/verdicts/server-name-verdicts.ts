import type { Facts } from '../../facts/facts.js';
import type { ServerName } from '../../spec/server-name.js';
import { type ServerNameOddity, serverNameOddities } from '../../spec/server-name-oddities.js';
import { fail, notApplicable, pass, type Values, type Verdict } from '../verdict.js';

/** The verdict of a check of area server-name: fails where the name has that oddity. Adds `{name}` to `values`. */
export const serverNameVerdicts = (
  facts: Facts,
  oddity: ServerNameOddity,
  values: (serverName: ServerName) => Values = () => ({}),
): readonly Verdict[] => {
  const { reading } = facts.input;
  if (reading.kind === 'invalid') return [notApplicable('the input is not a server name')];
  const { serverName } = reading;
  return [
    serverNameOddities(serverName).includes(oddity)
      ? fail({ values: { name: serverName.text, ...values(serverName) } })
      : pass(),
  ];
};
