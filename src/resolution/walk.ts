import type { HostAddresses } from '../facts/dns.js';
import type { FederationFacts, SrvLook, SrvService, StepId, WalkStep } from '../facts/federation.js';
import { isAnswered } from '../facts/lookup-state.js';
import { seen, skipped } from '../facts/observation.js';
import { readServerFileFetch, readServerFileFetches, serverFetchRank } from '../facts/well-known-state.js';
import type { Net } from '../net/net.js';
import { SERVER_FILE_PATH } from '../spec/constants.js';
import { hostAndPort, type ServerName } from '../spec/server-name.js';
import { addressesOf } from './addresses.js';
import { federationNames, type Located, locate, locateTargets } from './destinations.js';
import { addressCountWords, unlocatedWords } from './lookup-words.js';
import { serverFileTrace } from './server-file-trace.js';
import { lookUpSrv } from './srv.js';
import { addressCount, foundWords } from './srv-words.js';
import { startTrace } from './trace.js';
import { decide, type FileUnderWay, startFile, wholeFile } from './well-known.js';

export interface WalkOptions {
  /** ISO 8601 UTC: by when certificates are judged. */
  readonly observedAt: string;
  /** Numbers in [0, 1) for the order of SRV records. */
  readonly chance: () => number;
  readonly onStep: (step: WalkStep) => void;
}

/** Where the walk led: known as soon as the destinations are, while slower addresses of the well-known host may still be silent. */
export interface FederationWalk extends Pick<FederationFacts, 'step' | 'delegatedName' | 'srv' | 'hosts'> {
  readonly located: readonly Located[];
  /** What is whole only once every address of the well-known host has answered. */
  readonly settled: Promise<Pick<FederationFacts, 'walk' | 'wellKnown'>>;
}

/** What the steps are made of: each asks its question and keeps the answer for the facts. */
export const startWalk = (net: Net, { observedAt, chance, onStep }: WalkOptions) => {
  const trace = startTrace(onStep);
  const srv: SrvLook[] = [];
  const hosts: HostAddresses[] = [];
  let serverFile: FileUnderWay | undefined;
  let delegatedName: ServerName | null = null;

  const askServerFile = async (name: ServerName): Promise<ServerName | null> => {
    serverFile = await startFile(net, name.hostname, SERVER_FILE_PATH);
    const answer = await decide(serverFile, (fetch) => readServerFileFetch(fetch, observedAt), serverFetchRank);
    const words = serverFileTrace(answer === undefined ? [] : [answer], serverFile.host, observedAt);
    if (answer?.state === 'valid' && answer.reading?.kind === 'delegates') {
      trace.taken('3', words);
      delegatedName = answer.reading.delegate;
    } else {
      trace.notTaken('3', words);
      trace.skipTo('3.5', 'not consulted: there is no valid well-known file');
    }
    return delegatedName;
  };

  const askSrv = async (service: SrvService, name: ServerName): Promise<SrvLook> => {
    const look = await lookUpSrv(net, service, name, chance);
    srv.push(look);
    return look;
  };

  const endAtHost = async (step: StepId, name: ServerName, port: number, reason: string): Promise<FederationWalk> => {
    const host = await addressesOf(net, name.hostname, port);
    if (host.source !== 'literal') hosts.push(host);
    const located = locate(net, federationNames(name), host, port);
    if (isDark(host, srv)) {
      trace.notTaken(step, `${unlocatedWords(host)}, and nothing is known of its SRV records`);
      return end(null, located, reason);
    }
    trace.taken(step, hostWords(host, port) + cutWords(host.addresses.length, located));
    return end(step, located, reason);
  };

  const endAtTargets = async (step: StepId, name: ServerName, look: SrvLook): Promise<FederationWalk> => {
    const located = locateTargets(net, federationNames(name), look.targets);
    trace.taken(step, foundWords(look) + cutWords(addressCount(look), located));
    return end(step, located, `${look.owner} was found`);
  };

  const end = (step: StepId | null, located: readonly Located[], reason: string): FederationWalk => {
    if (delegatedName !== null) trace.skipTo('3.5', `not consulted: ${reason}`);
    trace.skipTo('6', `not consulted: ${delegatedName === null ? reason : 'the well-known file is valid'}`);
    const settled = settle(reason);
    // Awaited by the caller, later than here.
    settled.catch(() => undefined);
    return { step, delegatedName, srv, hosts, located, settled };
  };

  const settle = async (reason: string): Promise<Pick<FederationFacts, 'walk' | 'wellKnown'>> => {
    if (serverFile === undefined) return { walk: trace.steps, wellKnown: skipped(reason) };
    const file = await wholeFile(serverFile);
    const because = serverFileTrace(readServerFileFetches(file, observedAt), file.host, observedAt);
    return {
      walk: trace.steps.map((noted) => (noted.step === '3' ? { ...noted, because } : noted)),
      wellKnown: seen(file),
    };
  };

  return { trace, askServerFile, askSrv, endAtHost, endAtTargets };
};

const hostWords = (host: HostAddresses, port: number): string => {
  if (host.source === 'literal') return `yes -> ${hostAndPort(host.host, port)}`;
  const given = host.source === 'override' ? `, given by ${host.a === null ? '--connect-to' : '--resolve'}` : '';
  return `port ${port} of ${host.host} -> ${addressCountWords(host)}${given}`;
};

/** Says so where a limit keeps addresses from being looked at. */
const cutWords = (addresses: number, located: readonly Located[]): string =>
  located.length < addresses ? `, ${located.length} of them looked at` : '';

/** A step that comes after SRV, where no question of DNS got an answer: nobody knows whether it is the one. */
const isDark = (host: HostAddresses, srv: readonly SrvLook[]): boolean =>
  srv.length > 0 &&
  host.addresses.length === 0 &&
  [host.a, host.aaaa, ...srv.map(({ lookup }) => lookup)].every((lookup) => lookup !== null && !isAnswered(lookup));
