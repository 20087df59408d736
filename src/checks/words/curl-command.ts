import type { Destination } from '../../facts/destination.js';
import { hostAndPort } from '../../spec/server-name.js';

/** How an administrator puts the same request: to the same host and port, under the same name and with the same Host header. */
export const curlCommand = ({ host, port, hostHeader, certificateName }: Destination, path: string): string => {
  const name = certificateName.includes(':') ? `[${certificateName}]` : certificateName;
  const connectTo = host === certificateName ? '' : ` --connect-to ${name}:${port}:${hostAndPort(host, port)}`;
  // What curl sends by itself has the port unless it is 443.
  const header = hostHeader === (port === 443 ? name : `${name}:${port}`) ? '' : ` -H "Host: ${hostHeader}"`;
  return `curl -sv${connectTo}${header} https://${port === 443 ? name : `${name}:${port}`}${path}`;
};
