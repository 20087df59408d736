import type { HostAddresses } from '../../facts/dns.js';
import type { FederationFacts } from '../../facts/federation.js';
import { wasNotAsked } from '../../facts/lookup-state.js';
import { seenValue } from '../../facts/observation.js';
import { MAX_ADDRESSES, MAX_DESTINATIONS, MAX_QUERIES, MAX_SRV_TARGETS } from '../../spec/constants.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { askedHosts, lookupsOf } from '../readings/asked-hosts.js';
import { clientHosts } from '../readings/client-hosts.js';
import { usedSrv } from '../readings/used-srv.js';
import type { Evidence } from '../verdict.js';
import { fail, pass } from '../verdict.js';
import { whereFederationSeen } from '../verdicts/where-federation-seen.js';

export const withinLimits = {
  id: 'dns/within-limits',
  title: 'Everything that DNS names was looked at',
  failureTitle: '{subject}: of {count} {what}, only {limit} were looked at',
  level: 'advice',
  severity: 'notice',
  affects: 'readers',
  spec: links.rfc1035,
  why: `A run connects to at most ${MAX_ADDRESSES} addresses of a host, and follows at most ${MAX_SRV_TARGETS} targets of a set of SRV records to at most ${MAX_DESTINATIONS} addresses, with at most ${MAX_QUERIES} DNS queries, so that nobody can make it connect without end. What is wrong with the others stays unseen.`,
  fix: 'Publish fewer records, or look at the others one at a time with the option --resolve.',
  evaluate: whereFederationSeen((federation, facts) => {
    const client = seenValue(facts.client);
    const hosts = [...askedHosts(federation), ...(client === undefined ? [] : clientHosts(client))];
    const excesses = [
      ...federation.srv.flatMap(targetsBeyond),
      ...hosts.flatMap(addressesBeyond),
      ...placesBeyond(federation),
      ...queriesBeyond(federation, hosts),
    ];
    if (excesses.length === 0) return [pass()];
    const bySubject = new Map(excesses.map((excess) => [`${excess.subject} ${excess.what}`, excess]));
    return [...bySubject.values()].map(({ subject, what, limit, count, unseen }) =>
      fail({ subject, values: { subject, what, limit: `${limit}`, count: `${count}` }, evidence: unseen }),
    );
  }),
} as const satisfies Check;

interface Excess {
  readonly subject: string;
  readonly what: string;
  readonly limit: number;
  readonly count: number;
  readonly unseen: readonly Evidence[];
}

const addressesBeyond = ({ host, addresses }: HostAddresses): Excess[] =>
  addresses.length <= MAX_ADDRESSES
    ? []
    : [
        {
          subject: host,
          what: 'addresses',
          limit: MAX_ADDRESSES,
          count: addresses.length,
          unseen: notLookedAt(addresses.slice(MAX_ADDRESSES)),
        },
      ];

const targetsBeyond = ({ owner, targets }: FederationFacts['srv'][number]): Excess[] =>
  targets.length <= MAX_SRV_TARGETS
    ? []
    : [
        {
          subject: owner,
          what: 'SRV targets',
          limit: MAX_SRV_TARGETS,
          count: targets.length,
          unseen: notLookedAt(targets.slice(MAX_SRV_TARGETS).map(({ target, port }) => `${target}:${port}`)),
        },
      ];

/** All addresses of all targets that were followed. */
const placesBeyond = (federation: FederationFacts): Excess[] => {
  const srv = usedSrv(federation);
  const count = (srv?.targets ?? []).reduce(
    (sum, { addresses }) => sum + Math.min(addresses?.addresses.length ?? 0, MAX_ADDRESSES),
    0,
  );
  return srv === undefined || count <= MAX_DESTINATIONS
    ? []
    : [{ subject: srv.owner, what: 'addresses of SRV targets', limit: MAX_DESTINATIONS, count, unseen: [] }];
};

const queriesBeyond = (federation: FederationFacts, hosts: readonly HostAddresses[]): Excess[] => {
  const ofSrv = federation.srv.flatMap(({ lookup, targets }) => [
    lookup,
    ...targets.flatMap(({ addresses }) => (addresses === null ? [] : lookupsOf(addresses))),
  ]);
  const questions = [...ofSrv, ...hosts.flatMap(lookupsOf)]
    .filter(wasNotAsked)
    .map(({ name, type }) => `${name} ${type}`);
  const unasked = [...new Set(questions)];
  return unasked.length === 0
    ? []
    : [
        {
          subject: 'DNS',
          what: 'queries',
          limit: MAX_QUERIES,
          count: MAX_QUERIES + unasked.length,
          unseen: notLookedAt(unasked),
        },
      ];
};

const SHOWN = 20;

const notLookedAt = (names: readonly string[]): readonly Evidence[] => [
  {
    label: 'not looked at',
    value: `${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''}`,
  },
];
