import { AsyncLocalStorage } from 'node:async_hooks';
import { AutoDiscovery } from 'matrix-js-sdk/lib/autodiscovery.js';
import { logger } from 'matrix-js-sdk/lib/logger.js';
import { browserFetch, nodeFetch } from './js-sdk-fetch.mjs';
import { openNetwork } from './js-sdk-network.mjs';

// The package wants Node 22; these two modules run on Node 20 as well. The SDK keeps one fetch function for everybody, and several worlds are looked at together.
const fetching = new AsyncLocalStorage();
AutoDiscovery.setFetchFn((resource, options) => fetching.getStore()(resource, options));
logger.setLevel('silent', false);

export const ORDERS = ['ipv6', 'ipv4'];

/**
 * Lets the tool and the SDK look at the world of a scenario.
 * @returns null where the input is no server name; else `name`, `report`, `facts`, and what the SDK says: `node` and `browser`, each for both of
 *   `ORDERS`, the family that it tries first; and `atPort` where the server name has a port of its own. What it says is `{ state, identity, threw }`.
 */
export const lookAtWorld = async (scenario, project) => {
  const { reading } = project.readInput(scenario.check);
  if (reading.kind !== 'valid') return null;
  const name = reading.serverName;
  const lab = await project.startLab(scenario);
  const sdk = (domain, order, fetchOn) => askSdk(domain, openNetwork(lab, order, scenario.options), fetchOn);
  try {
    const [seen, node, browser, atPort] = await Promise.all([
      askTool(scenario, lab, project),
      Promise.all(ORDERS.map((order) => sdk(name.hostname, order, nodeFetch))),
      Promise.all(ORDERS.map((order) => sdk(name.hostname, order, (network) => browserFetch(network, project)))),
      name.port === null || name.port === 443 ? null : sdk(name.text, 'ipv6', nodeFetch),
    ]);
    return { name, ...seen, node, browser, atPort };
  } finally {
    await lab.close();
  }
};

const askTool = async (scenario, lab, { openNet, inspect, diagnose }) => {
  const net = openNet(lab.netOptions());
  try {
    const allowPrivate = scenario.options?.allowPrivate ?? true;
    const facts = await inspect(scenario.check, net, { allowPrivate, chance: () => 0.5 });
    return { facts, report: diagnose(facts) };
  } finally {
    await net.close();
  }
};

const askSdk = async (domain, { dispatcher, close }, fetchOn) => {
  try {
    const config = await fetching.run(fetchOn(dispatcher), () => AutoDiscovery.findClientConfig(domain));
    return { state: config['m.homeserver'].state, identity: config['m.identity_server'].state, threw: false };
  } catch {
    return { state: null, identity: null, threw: true };
  } finally {
    await close();
  }
};
