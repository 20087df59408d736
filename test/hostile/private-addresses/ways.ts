import type { RouteAnswer, Scenario, Site } from '../../../src/lab/scenario.js';
import type { NetOptions } from '../../../src/net/live.js';

/** How a run is led to a host. */
export interface Way {
  readonly way: string;
  /** What can stand there: a DNS name, an address, or either. */
  readonly takes: 'host' | 'address' | 'either';
  /** `target`: as it stands in a URL, IPv6 in brackets; `addresses`: it, or those of the host. */
  readonly lead: (name: string, target: string, addresses: readonly string[]) => Lead;
}

export interface Lead {
  /** What is checked; default the name. */
  readonly typed?: string;
  /** Members of the server file and of the client file; default: those of a healthy server. No server file for null. */
  readonly serverFile?: object | null;
  readonly clientFile?: object | null;
  /** Path of the web server of the name -> where it redirects to. */
  readonly redirects?: Readonly<Record<string, string>>;
  readonly zone?: Scenario['zone'];
  /** More sites, by host. */
  readonly sites?: Readonly<Record<string, Site>>;
  readonly overrides?: NonNullable<NetOptions['overrides']>;
}

export const HOMESERVER = 'matrix.example.com';

const SERVER_FILE = '/.well-known/matrix/server';
const CLIENT_FILE = '/.well-known/matrix/client';
const TRANSPORTS = '/_matrix/client/unstable/org.matrix.msc4143/rtc/transports';
const callService = (target: string) => ({ type: 'livekit', livekit_service_url: `https://${target}/livekit/jwt` });
const BASE = { 'm.homeserver': { base_url: `https://${HOMESERVER}` } };

const redirect = (way: string, path: string, to: (target: string) => string): Way => ({
  way,
  takes: 'either',
  lead: (_name, target) => ({ redirects: { [path]: to(target) } }),
});

/** Header values are bytes: what is not ASCII is sent as UTF-8. */
export const redirectTo = (location: string): RouteAnswer => ({
  status: 302,
  headers: { Location: Buffer.from(location).toString('latin1'), 'Access-Control-Allow-Origin': '*' },
});

/** The addresses as records, by family. */
export const addressRecords = (addresses: readonly string[]): Scenario['zone'][string] => ({
  A: addresses.filter((address) => !address.includes(':')),
  AAAA: addresses.filter((address) => address.includes(':')),
});

export const WAYS: readonly Way[] = [
  { way: 'the name', takes: 'either', lead: (_name, target) => ({ typed: target }) },
  { way: 'the name with a port', takes: 'either', lead: (_name, target) => ({ typed: `${target}:8448` }) },
  {
    way: 'an alias of the name',
    takes: 'host',
    lead: (name, target) => ({ typed: `alias.${name}`, zone: { [`alias.${name}`]: { CNAME: target } } }),
  },
  {
    way: 'a name with a public address beside',
    takes: 'host',
    lead: (name, _target, addresses) => {
      const { A = [], AAAA = [] } = addressRecords(addresses);
      return { zone: { [name]: { A: ['203.0.114.5', ...A], AAAA } } };
    },
  },
  { way: 'm.server', takes: 'either', lead: (_name, target) => ({ serverFile: { 'm.server': target } }) },
  {
    way: 'm.server with a port',
    takes: 'either',
    lead: (_name, target) => ({ serverFile: { 'm.server': `${target}:443` } }),
  },
  ...(['matrix-fed', 'matrix'] as const).flatMap((service): Way[] => [
    {
      way: `_${service} of the name`,
      takes: 'host',
      lead: (name, target) => ({
        serverFile: null,
        zone: { [`_${service}._tcp.${name}`]: { SRV: [`10 5 8448 ${target}`] } },
      }),
    },
    {
      way: `_${service} of m.server`,
      takes: 'host',
      lead: (name, target) => ({
        serverFile: { 'm.server': `delegated.${name}` },
        zone: { [`_${service}._tcp.delegated.${name}`]: { SRV: [`10 5 8448 ${target}`] } },
      }),
    },
    {
      way: `_${service} that is hidden by a server file`,
      takes: 'host',
      lead: (name, target) => ({ zone: { [`_${service}._tcp.${name}`]: { SRV: [`10 5 8448 ${target}`] } } }),
    },
  ]),
  redirect('a redirect of the server file', SERVER_FILE, (target) => `https://${target}/file`),
  redirect('a redirect of the client file', CLIENT_FILE, (target) => `https://${target}:8443/file`),
  redirect('a redirect of the support file', '/.well-known/matrix/support', (target) => `https://${target}/file`),
  redirect('a redirect of the policy server file', '/.well-known/matrix/policy_server', (t) => `https://${t}/file`),
  {
    way: 'a redirect after another',
    takes: 'either',
    lead: (name, target) => ({
      redirects: { [SERVER_FILE]: `https://on-${name}/file` },
      sites: { [`on-${name}`]: { routes: { '*': redirectTo(`https://${target}/file`) } } },
    }),
  },
  {
    way: 'the base URL',
    takes: 'either',
    lead: (_name, target) => ({ clientFile: { 'm.homeserver': { base_url: `https://${target}` } } }),
  },
  {
    way: 'the identity server',
    takes: 'either',
    lead: (_name, target) => ({ clientFile: { ...BASE, 'm.identity_server': { base_url: `https://${target}` } } }),
  },
  {
    way: 'a service for calls in the client file',
    takes: 'either',
    lead: (_name, target) => ({
      clientFile: {
        ...BASE,
        'org.matrix.msc4143.rtc_foci': [callService(target)],
      },
    }),
  },
  {
    way: 'a service for calls that the homeserver lists',
    takes: 'either',
    lead: (name, target) => ({
      clientFile: { 'm.homeserver': { base_url: `https://lists-${name}` } },
      sites: {
        [`lists-${name}`]: {
          homeserver: { serverName: name },
          routes: { [TRANSPORTS]: { json: { rtc_transports: [callService(target)] } } },
        },
      },
    }),
  },
  ...['www', 'matrix'].map(
    (label): Way => ({
      way: `the host ${label} beside a name without a client file`,
      takes: 'host',
      lead: (name, _target, addresses) => ({
        clientFile: null,
        zone: { [`${label}.${name}`]: addressRecords(addresses) },
      }),
    }),
  ),
  {
    way: '--resolve',
    takes: 'host',
    lead: (name, _target, addresses) => ({
      overrides: { resolve: addresses.map((address) => ({ host: name, address })), connectTo: [] },
    }),
  },
  {
    way: '--connect-to',
    takes: 'address',
    lead: (name, _target, [address = '']) => ({
      overrides: { resolve: [], connectTo: [{ host: name, port: 443, address, toPort: 8443 }] },
    }),
  },
];
