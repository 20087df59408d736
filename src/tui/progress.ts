import type { ClientPlace, InspectEvent, Question } from '../events.js';
import type { Destination } from '../facts/destination.js';
import type { WalkStep } from '../facts/federation.js';
import type { HttpLook } from '../facts/http.js';
import type { TlsSession } from '../facts/tls.js';

/** What is known of one run so far: all that the live screen draws. */
export interface Progress {
  readonly input: string;
  readonly observedAt: string;
  /** Settled steps, in the specification's order. */
  readonly steps: readonly WalkStep[];
  readonly endpoints: Readonly<Record<Place, readonly EndpointProgress[]>>;
  /** How far connections got, by `connectionKey`: also to where no endpoint is known of yet. */
  readonly connections: Readonly<Record<string, Connection>>;
  /** Questions without an answer, oldest first. */
  readonly awaited: readonly Question[];
  /** How many questions have had their answer. */
  readonly answered: number;
  /** null while it runs. */
  readonly durationMs: number | null;
}

/** What is asked at an address: a server, the client file, or the homeserver that it names. */
export type Place = 'server' | ClientPlace;

/** Open by TCP alone, or with TLS as well. */
export type Connection = 'open' | TlsSession;

/** One address that is asked, with the answers so far. */
export interface EndpointProgress {
  readonly destination: Destination;
  /** Before the first answer; null where there is none. */
  readonly connection: Connection | null;
  readonly looks: readonly HttpLook[];
}

export const noProgress: Progress = {
  input: '',
  observedAt: '',
  steps: [],
  endpoints: { server: [], file: [], homeserver: [] },
  connections: {},
  awaited: [],
  answered: 0,
  durationMs: null,
};

/** The only place where the live screen's data changes. Pure. */
export const advance = (progress: Progress, event: InspectEvent): Progress => {
  switch (event.type) {
    case 'started':
      return { ...noProgress, input: event.input, observedAt: event.observedAt };
    case 'asked':
      return { ...progress, awaited: [...progress.awaited, event.question] };
    case 'answered':
      return { ...progress, awaited: without(progress.awaited, event.question), answered: progress.answered + 1 };
    case 'step':
      return { ...progress, steps: [...progress.steps, event.step] };
    case 'destination':
      return withEndpoint(progress, 'server', event.destination);
    case 'client-destination':
      return withEndpoint(progress, event.of, event.destination);
    case 'connection':
      return withConnection(progress, event.destination, event.session ?? 'open');
    case 'look':
      return withLook(progress, event.look);
    case 'finished':
      return { ...progress, awaited: [], durationMs: event.durationMs };
  }
};

/** The first one only: equal questions that differ in their headers are several. */
const without = (awaited: readonly Question[], question: Question): readonly Question[] => {
  const index = awaited.findIndex((other) => questionKey(other) === questionKey(question));
  return index === -1 ? awaited : awaited.toSpliced(index, 1);
};

const questionKey = (question: Question): string =>
  question.kind === 'lookup'
    ? `${question.type} ${question.name}`
    : JSON.stringify([question.method, question.url, question.destination]);

const withEndpoint = (progress: Progress, place: Place, destination: Destination): Progress => {
  const known = progress.endpoints[place];
  if (known.some((endpoint) => isSame(endpoint.destination, destination))) return progress;
  const connection = progress.connections[connectionKey(destination)] ?? null;
  const endpoint: EndpointProgress = { destination, connection, looks: [] };
  return { ...progress, endpoints: { ...progress.endpoints, [place]: [...known, endpoint] } };
};

/** The first session stays: there may be several connections to the same address, and another one changes nothing. */
const withConnection = (progress: Progress, destination: Destination, connection: Connection): Progress => {
  const key = connectionKey(destination);
  const known = progress.connections[key];
  if (known !== undefined && (known !== 'open' || connection === 'open')) return progress;
  const connected = (endpoints: readonly EndpointProgress[]): readonly EndpointProgress[] =>
    endpoints.map((endpoint) => (connectionKey(endpoint.destination) === key ? { ...endpoint, connection } : endpoint));
  const { server, file, homeserver } = progress.endpoints;
  return {
    ...progress,
    connections: { ...progress.connections, [key]: connection },
    endpoints: { server: connected(server), file: connected(file), homeserver: connected(homeserver) },
  };
};

/** Destinations that are the same to TCP and TLS share their connections. */
const connectionKey = ({ address, port, sni }: Destination): string => JSON.stringify([address, port, sni]);

/** Looks that belong to no place on the way, such as those of the survey, change nothing. */
const withLook = (progress: Progress, look: HttpLook): Progress => {
  const place = placeOf(look);
  if (place === undefined) return progress;
  const endpoints = progress.endpoints[place].map((endpoint) =>
    isSame(endpoint.destination, look.destination) ? { ...endpoint, looks: [...endpoint.looks, look] } : endpoint,
  );
  return { ...progress, endpoints: { ...progress.endpoints, [place]: endpoints } };
};

const placeOf = ({ method, url }: HttpLook): Place | undefined => {
  if (method !== 'GET') return undefined;
  if (/\/_matrix\/(federation|key)\//.test(url)) return 'server';
  if (url.endsWith('/.well-known/matrix/client')) return 'file';
  return url.endsWith('/_matrix/client/versions') ? 'homeserver' : undefined;
};

const isSame = (left: Destination, right: Destination): boolean =>
  left.address === right.address &&
  left.port === right.port &&
  left.host === right.host &&
  left.hostHeader === right.hostHeader;
