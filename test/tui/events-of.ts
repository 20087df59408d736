import type { InspectEvent, Question } from '../../src/events.js';
import type { Facts } from '../../src/facts/facts.js';
import type { HttpLook } from '../../src/facts/http.js';
import { seenValue } from '../../src/facts/observation.js';

/** What `inspect` could have told on its way to these facts, in an order that is the same in each run, cut at three moments. */
export interface Moments {
  /** The server file is awaited, over a connection that is there. */
  readonly walking: readonly InspectEvent[];
  /** All destinations are known, and none has answered: to some there are connections. */
  readonly asking: readonly InspectEvent[];
  /** All but the last destination have answered. */
  readonly waiting: readonly InspectEvent[];
  /** The rest. */
  readonly ending: readonly InspectEvent[];
  /** All that could be told of connections, TCP before TLS. */
  readonly connections: readonly ConnectionEvent[];
}

type ConnectionEvent = Extract<InspectEvent, { type: 'connection' }>;

export const momentsOf = (facts: Facts): Moments => {
  const federation = seenValue(facts.federation);
  const client = seenValue(facts.client);
  const homeserver = client === undefined ? undefined : seenValue(client.homeserver);
  if (federation === undefined || client === undefined || homeserver === undefined) throw new Error('nothing was seen');
  const serverFile = (seenValue(federation.wellKnown)?.fetches ?? []).flatMap(({ hops }) => hops);
  const clientFile = client.file.fetches.flatMap(({ hops }) => hops);
  const { versions } = homeserver;
  const [first = [], second = []] = [federation.walk.slice(0, 2), federation.walk.slice(2)];
  const endpoints = federation.endpoints.map(({ version, keys }) => [version, keys]);
  const [fileOpen = [], fileSecured = []] = connectionsTo(clientFile);
  const [serverOpen = [], serverSecured = []] = connectionsTo(federation.endpoints.map(({ version }) => version));
  const [homeserverOpen = [], homeserverSecured = []] = connectionsTo(versions);
  return {
    connections: [
      ...fileOpen,
      ...fileSecured,
      ...serverOpen,
      ...serverSecured,
      ...homeserverOpen,
      ...homeserverSecured,
    ],
    walking: [
      { type: 'started', input: facts.input.typed, observedAt: facts.observedAt },
      ...first.map(stepEvent),
      ...[...serverFile, ...clientFile].map(asked),
      ...clientFile.map(({ destination }) => ({ type: 'client-destination', of: 'file', destination }) as const),
      ...fileOpen,
      ...fileSecured.slice(0, 1),
    ],
    asking: [
      ...[...serverFile, ...clientFile].flatMap(answered),
      ...second.map(stepEvent),
      ...federation.destinations.map((destination) => ({ type: 'destination', destination }) as const),
      ...versions.map(({ destination }) => ({ type: 'client-destination', of: 'homeserver', destination }) as const),
      ...[...endpoints.flat(), ...versions].map(asked),
      ...serverOpen,
      ...serverSecured.slice(0, 1),
      ...homeserverOpen,
      ...homeserverSecured,
    ],
    waiting: [...versions, ...endpoints.slice(0, -1).flat()].flatMap(answered),
    ending: [...(endpoints.at(-1) ?? []).flatMap(answered), { type: 'finished', durationMs: facts.durationMs }],
  };
};

/** To where these looks had connections: once TCP is open, and once TLS is there. */
const connectionsTo = (looks: readonly HttpLook[]): readonly (readonly ConnectionEvent[])[] => {
  const secured = looks.flatMap(({ connection, destination }): readonly ConnectionEvent[] => {
    const session = seenValue(connection);
    return session === undefined ? [] : [{ type: 'connection', destination, session }];
  });
  return [secured.map((event) => ({ ...event, session: null })), secured];
};

const stepEvent = (step: Extract<InspectEvent, { type: 'step' }>['step']): InspectEvent => ({ type: 'step', step });
const questionOf = ({ method, url, destination }: HttpLook): Question => ({
  kind: 'request',
  method,
  url,
  destination,
});
const asked = (look: HttpLook): InspectEvent => ({ type: 'asked', question: questionOf(look) });
const answered = (look: HttpLook): readonly InspectEvent[] => [
  { type: 'look', look },
  { type: 'answered', question: questionOf(look) },
];
