// Compiled by `.ci/run` against the installed package: its declarations have to stand alone.
import {
  type Check,
  checks,
  diagnose,
  type Facts,
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

export const errors: readonly Check[] = checks.filter(({ severity }) => severity === 'error');
