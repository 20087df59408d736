import type { Failure, FailureReason } from '../../facts/failure.js';

/** What to do where `place` ("example.com, port 443") does not answer: one or two sentences. */
export const connectionAdvice = ({ layer, reason }: Failure, host: string, port: number): string => {
  if (reason === 'timeout') {
    return layer === 'tcp'
      ? `Open port ${port} in the firewall of ${host} and on the way to it, and see that the address in DNS is still that of the server.`
      : `See in the log of the web server at ${host} why it takes so long: an application behind it that is stopped or overloaded, most often.`;
  }
  return ADVICE[reason]?.(host, port) ?? `See in the log of the web server at ${host} what happened to the request.`;
};

type Advice = (host: string, port: number) => string;

const nothingListens: Advice = (host, port) =>
  `Start the web server of ${host} and let it listen on port ${port}, for IPv4 and IPv6 as far as DNS has addresses. If it does run, see whether the address in DNS is that of the machine.`;

const ADVICE: Partial<Record<FailureReason, Advice>> = {
  'no-address': (host) => `Add an A or AAAA record for ${host}, or correct what leads to that name.`,
  'connection-refused': nothingListens,
  'host-unreachable': nothingListens,
  'connection-reset': (host, port) =>
    `Something at ${host} takes connections to port ${port} and breaks them: look at the firewall, the load balancer or the proxy there.`,
  closed: (host) =>
    `The web server at ${host} closes the connection without a word: see its log, and whether the application behind it runs.`,
  'not-http': (host, port) =>
    `Let a web server answer on port ${port} of ${host}: what answers now does not speak HTTP/1.1.`,
};
