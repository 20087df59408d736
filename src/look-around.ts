import type { ClientPlace, InspectEvent } from './events.js';
import type { Facts } from './facts/facts.js';
import type { FederationFacts } from './facts/federation.js';
import { failed, type Observation, seen, seenValue, skipped } from './facts/observation.js';
import type { SurveyFacts } from './facts/survey.js';
import type { Net } from './net/net.js';
import { askClientSide } from './probes/client-side.js';
import { askEndpoint } from './probes/endpoint.js';
import { addressesOf } from './resolution/addresses.js';
import { type ClientWalk, walkClient } from './resolution/client.js';
import { type Located, locate, urlNames } from './resolution/destinations.js';
import { walkFederation } from './resolution/federation.js';
import { fetchSupportFile } from './resolution/support.js';
import { surveyFiles, surveySrv } from './resolution/survey.js';
import type { FederationWalk } from './resolution/walk.js';
import type { ServerName } from './spec/server-name.js';

/** What every part of the inspection needs. */
export interface Surroundings {
  readonly net: Net;
  readonly observedAt: string;
  readonly chance: () => number;
  readonly onEvent: (event: InspectEvent) => void;
}

export type Parts = Pick<Facts, 'federation' | 'client' | 'support' | 'survey'>;

/** Everything that does not wait for something else goes on at the same time: the survey waits for the walks, and nothing waits for the survey. */
export const lookAround = async (name: ServerName, surroundings: Surroundings): Promise<Parts> => {
  const { net } = surroundings;
  const walking = startWalking(name, surroundings);
  const walkingAsClient = walkClient(name, net, surroundings.observedAt);
  // A defect in it is told by the part that uses the walk.
  tellClientWay(name, walkingAsClient, surroundings).catch(() => undefined);
  const [federation, survey, client, support] = await Promise.all([
    observe(async () => federationFacts(await walking, surroundings)),
    observe(async () => surveyFacts(name, await walking, walkingAsClient, surroundings)),
    observe(() => askClientSide(name, walkingAsClient, net, surroundings.observedAt)),
    observe(() => fetchSupportFile(name, net)),
  ]);
  return { federation, client, support, survey };
};

/** The places on the way of clients, as soon as they are known. Nothing is asked that the walk does not ask. */
const tellClientWay = async (
  { hostname }: ServerName,
  walking: Promise<ClientWalk>,
  { net, onEvent }: Surroundings,
): Promise<void> => {
  const tell = (of: ClientPlace, located: readonly Located[]): void => {
    for (const { destination } of located) onEvent({ type: 'client-destination', of, destination });
  };
  tell('file', locate(net, urlNames(hostname, 443), await addressesOf(net, hostname, 443), 443));
  const { homeserver } = await walking;
  tell('homeserver', seenValue(homeserver)?.located ?? []);
};

/** The walk alone: nothing is asked of the destinations. */
export const lookForTheWay = async (name: ServerName, surroundings: Surroundings): Promise<Parts> => {
  const federation = await observe(async () =>
    federationFacts(await startWalking(name, surroundings), surroundings, []),
  );
  return { federation, client: onlyTheWay, support: onlyTheWay, survey: onlyTheWay };
};

const startWalking = (name: ServerName, surroundings: Surroundings): Promise<FederationWalk> =>
  walkFederation(name, surroundings.net, {
    ...surroundings,
    onStep: (step) => surroundings.onEvent({ type: 'step', step }),
  });

/** `asked`: the destinations that are asked anything. */
const federationFacts = async (
  walk: FederationWalk,
  { net, onEvent }: Surroundings,
  asked = walk.located,
): Promise<FederationFacts> => {
  const destinations = walk.located.map(({ destination }) => destination);
  for (const destination of destinations) onEvent({ type: 'destination', destination });
  const [settled, endpoints] = await Promise.all([walk.settled, Promise.all(asked.map((at) => askEndpoint(net, at)))]);
  const { step, delegatedName, srv, hosts } = walk;
  return { walk: settled.walk, step, delegatedName, wellKnown: settled.wellKnown, srv, hosts, destinations, endpoints };
};

const surveyFacts = async (
  name: ServerName,
  walk: FederationWalk,
  client: Promise<ClientWalk>,
  { net, chance }: Surroundings,
): Promise<SurveyFacts> => {
  const [{ hiddenSrv, hiddenSrvEndpoints }, files] = await Promise.all([
    surveySrv(name, walk, net, chance).then(async ({ hiddenSrv, located }) => ({
      hiddenSrv,
      hiddenSrvEndpoints: await Promise.all(located.map((at) => askEndpoint(net, at))),
    })),
    surveyFiles(name, walk, net, client),
  ]);
  return { hiddenSrv, hiddenSrvEndpoints, ...files };
};

const onlyTheWay = skipped('only the way of other servers was asked for');

/** The world cannot make a part throw, only a defect of this tool can: then that part is missing, and the others are there. */
const observe = async <T>(look: () => Promise<T>): Promise<Observation<T>> => {
  try {
    return seen(await look());
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failed({ layer: 'internal', reason: 'internal', message, code: null });
  }
};
