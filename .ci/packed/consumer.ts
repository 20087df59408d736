// Compiled by `.ci/run` against the installed package: its declarations have to stand alone.
import {
  type Check,
  checks,
  type DestinationReport,
  type DnsLookup,
  diagnose,
  type Facts,
  type HttpLook,
  type HttpQuestion,
  inspect,
  type Net,
  openNet,
  parseFacts,
  type Report,
  renderers,
} from 'matrix-discovery';

export const look = async (name: string): Promise<Report> => {
  const net: Net = openNet({ timeoutMs: 10_000, resolvers: ['192.0.2.53:53'] });
  const facts: Facts = await inspect(name, net, { allowPrivate: true });
  await net.close();
  return diagnose(parseFacts(JSON.parse(JSON.stringify(facts))));
};

export const print = (report: Report): string =>
  renderers.text(report, { width: 80, unicode: true, colour: false, verbose: false });

/** The port is an interface: somebody may stand between. */
export const counting = (net: Net): Net & { readonly asked: () => number } => {
  let asked = 0;
  return {
    ...net,
    get timedOut() {
      return net.timedOut;
    },
    lookup: (name, type): Promise<DnsLookup> => {
      asked += 1;
      return net.lookup(name, type);
    },
    request: (question: HttpQuestion): Promise<HttpLook> => {
      asked += 1;
      return net.request(question);
    },
    asked: () => asked,
  };
};

export const dead = ({ federation }: Report): readonly DestinationReport[] =>
  federation.destinations.filter(({ outcome }) => outcome === 'fail');

export const errors: readonly Check[] = checks.filter(({ severity }) => severity === 'error');
