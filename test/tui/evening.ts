import { diagnose } from '../../src/diagnose.js';
import { inspect } from '../../src/inspect.js';
import { loadScenario } from '../../src/lab/load-scenario.js';
import type { Scenario } from '../../src/lab/scenario.js';
import { startLab } from '../../src/lab/start-lab.js';
import { openNet } from '../../src/net/live.js';
import type { Report } from '../../src/report/report.js';
import { openWatchScreen } from '../../src/tui/watch/open-watch-screen.js';
import { SCENARIOS } from '../facts-of.js';
import { openVirtualTerminal } from './virtual-terminal.js';

/** What `--watch` shows of the evening on which a homeserver moves: at first the new machine has the certificate of another host. */
export const eveningScreen = async (): Promise<string> => {
  const before = await loadScenario('healthy', SCENARIOS);
  const early = moved(before, 'good');
  const done = moved(before, 'matrix');
  const terminal = openVirtualTerminal(100, 30);
  const screen = openWatchScreen({ ...terminal, hasSecondScreen: true }, { colour: false, unicode: true }, 60_000, {
    onInterrupt: () => {},
    onLeave: () => {},
  });
  const worlds = [before, before, before, before, early, done];
  for (const [index, world] of worlds.entries()) screen.add(await reportOf(world, moment(index)));
  screen.waiting(new Date(moment(worlds.length)));
  const shown = await terminal.until(/the next at/);
  await screen.close();
  return shown;
};

/** A minute apart, by the clock on the wall. */
const moment = (minute: number): string => new Date(2026, 10, 25, 21, 2 + minute, 10).toISOString();

const moved = (scenario: Scenario, certificate: string): Scenario => {
  const { homeserver } = scenario.servers;
  if (homeserver === undefined) throw new Error('healthy has no server named homeserver');
  return {
    ...scenario,
    zone: { ...scenario.zone, 'matrix.example.com': { A: ['203.0.113.20'], AAAA: ['2001:db8::20'] } },
    servers: {
      ...scenario.servers,
      homeserver: { ...homeserver, certificate, at: ['203.0.113.20:443', '[2001:db8::20]:443'] },
    },
  };
};

const reportOf = async (scenario: Scenario, observedAt: string): Promise<Report> => {
  const lab = await startLab(scenario);
  const net = openNet(lab.netOptions());
  try {
    return { ...diagnose(await inspect(scenario.check, net, { allowPrivate: true })), observedAt };
  } finally {
    await net.close();
    await lab.close();
  }
};
