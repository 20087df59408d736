import type { InspectEvent, Question } from '../events.js';
import type { Destination } from '../facts/destination.js';
import type { WalkStep } from '../facts/federation.js';
import type { HttpLook } from '../facts/http.js';

/** What is known of one run so far: all that the live screen draws. */
export interface Progress {
  readonly input: string;
  readonly observedAt: string;
  /** Settled steps, in the specification's order. */
  readonly steps: readonly WalkStep[];
  readonly servers: readonly EndpointProgress[];
  readonly clients: readonly EndpointProgress[];
  /** Questions without an answer, oldest first. */
  readonly awaited: readonly Question[];
  /** How many questions have had their answer. */
  readonly answered: number;
  /** null while it runs. */
  readonly durationMs: number | null;
}

/** One address that is asked, with the answers so far. */
export interface EndpointProgress {
  readonly destination: Destination;
  readonly looks: readonly HttpLook[];
}

export const noProgress: Progress = {
  input: '',
  observedAt: '',
  steps: [],
  servers: [],
  clients: [],
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
      return {
        ...progress,
        awaited: [...progress.awaited, event.question],
        clients: isOfClients(event.question)
          ? withEndpoint(progress.clients, event.question.destination)
          : progress.clients,
      };
    case 'answered': {
      const key = questionKey(event.question);
      return {
        ...progress,
        awaited: progress.awaited.filter((question) => questionKey(question) !== key),
        answered: progress.answered + 1,
      };
    }
    case 'step':
      return { ...progress, steps: [...progress.steps, event.step] };
    case 'destination':
      return { ...progress, servers: withEndpoint(progress.servers, event.destination) };
    case 'look':
      return {
        ...progress,
        servers: isServerLook(event.look) ? withLook(progress.servers, event.look) : progress.servers,
        clients: isClientLook(event.look) ? withLook(progress.clients, event.look) : progress.clients,
      };
    default:
      return { ...progress, awaited: [], durationMs: event.durationMs };
  }
};

type Request = Extract<Question, { kind: 'request' }>;

/** The client file and the client API; what the survey asks on other hosts is no part of the way. */
const isOfClients = (question: Question): question is Request =>
  question.kind === 'request' && question.method === 'GET' && isClientPath(question.url);

const isClientLook = ({ method, url }: HttpLook): boolean => method === 'GET' && isClientPath(url);
const isServerLook = ({ url }: HttpLook): boolean => /\/_matrix\/(federation|key)\//.test(url);
const isClientPath = (url: string): boolean => /\/\.well-known\/matrix\/client$|\/_matrix\/client\/versions$/.test(url);

const withEndpoint = (endpoints: readonly EndpointProgress[], destination: Destination): readonly EndpointProgress[] =>
  endpoints.some((endpoint) => isSame(endpoint.destination, destination))
    ? endpoints
    : [...endpoints, { destination, looks: [] }];

const withLook = (endpoints: readonly EndpointProgress[], look: HttpLook): readonly EndpointProgress[] =>
  endpoints.map((endpoint) =>
    isSame(endpoint.destination, look.destination) ? { ...endpoint, looks: [...endpoint.looks, look] } : endpoint,
  );

const isSame = (left: Destination, right: Destination): boolean =>
  left.address === right.address && left.port === right.port && left.hostHeader === right.hostHeader;

const questionKey = (question: Question): string =>
  question.kind === 'lookup'
    ? `${question.type} ${question.name}`
    : JSON.stringify([question.method, question.url, question.destination]);
