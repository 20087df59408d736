import { SUPPORTED_MATRIX_VERSIONS } from 'matrix-js-sdk/lib/version-support.js';
import { atFirstAddress } from './js-sdk-first-address.mjs';

/** What AutoDiscovery gives one fetch of a file, redirects included. */
const PATIENCE_MS = 5000;

/**
 * Where matrix-js-sdk departs from the specification, or from what the report makes of several addresses. `outcome` gets what the SDK would say up
 * to here and gives what it says by this rule; null where the rule says nothing. A run fails where the SDK says anything else, and where a rule
 * changes the outcome of no scenario. `judgedAs`: the client side's outcome may be that where the SDK stops for this reason; elsewhere it is `fail`.
 */
export const differences = [
  {
    name: 'one address',
    sdk: 'goes by the first address that takes the connection, whatever it then says',
    spec: 'does not speak of several addresses',
    why: 'our state is that of the best address, and a check names the others',
    judgedAs: ['fail', 'warn'],
    outcome: (said, world) => {
      const state = atFirstAddress(world);
      return state === said.state ? null : { ...said, state };
    },
  },
  {
    name: 'a number as top-level domain',
    sdk: 'FAIL_PROMPT: fetch reads such a host as an IPv4 address, or refuses it',
    spec: 'allows every DNS name',
    why: 'the URL standard has rules for hosts that the grammar of server names does not have; check server-name/all-numeric warns, in the area of the name',
    judgedAs: ['pass', 'warn'],
    outcome: (said, { name }) =>
      URL.canParse(`https://${name.hostname}`) ? null : { ...said, state: 'FAIL_PROMPT', identity: 'PROMPT' },
  },
  {
    name: 'five seconds',
    sdk: 'FAIL_PROMPT where the file, FAIL_ERROR where /versions takes longer than 5 s',
    spec: 'sets no time',
    why: 'our state is that of a client with patience; check client/fast warns',
    judgedAs: ['warn'],
    outcome: (said, { facts }) => {
      const { file } = facts.client.value;
      const isSlow = file.fetches.some(({ end, hops }) => end.kind === 'answered' && total(hops) > PATIENCE_MS);
      return said.state === 'SUCCESS' && isSlow ? { ...said, state: 'FAIL_PROMPT', identity: 'PROMPT' } : null;
    },
  },
  {
    name: 'a list for a base URL',
    sdk: 'SUCCESS where base_url is a list with one URL in it',
    spec: 'wants a string',
    why: 'the URL constructor makes a string of anything; no other client goes on',
    judgedAs: [],
    outcome: (said, { members }) => {
      const written = members?.['m.homeserver']?.base_url;
      return Array.isArray(written) && URL.canParse(String(written)) ? { ...said, state: 'SUCCESS' } : null;
    },
  },
  {
    name: 'redirects of /versions',
    sdk: 'follows them',
    spec: 'speaks of redirects of the file alone (from v1.20 on)',
    why: 'our state wants the answer itself: a browser follows no redirect of a preflight, so that nobody could sign in by that base URL; check client-api/not-redirected says so',
    judgedAs: [],
    outcome: (said, { facts }) => {
      const looks = facts.client.value.homeserver.value?.versions ?? [];
      return said.state === 'FAIL_ERROR' && looks.length > 0 && looks.every(isRedirect)
        ? { ...said, state: 'SUCCESS' }
        : null;
    },
  },
  {
    name: 'IGNORE is PROMPT',
    sdk: 'PROMPT where the file is not there (404)',
    spec: 'IGNORE: try another way or ask the user (PROMPT)',
    why: 'the SDK knows no other way, so that asking is what is left',
    judgedAs: ['fail', 'warn'],
    outcome: (said) => (said.state === 'IGNORE' ? { ...said, state: 'PROMPT' } : null),
  },
  {
    name: 'versions of its own',
    sdk: `FAIL_ERROR where /versions lists none of ${SUPPORTED_MATRIX_VERSIONS.at(0)} to ${SUPPORTED_MATRIX_VERSIONS.at(-1)}`,
    spec: 'asks of /versions only that it has the form it should have',
    why: 'a library has to know what it talks to; check client-api/versions-known says so',
    judgedAs: ['fail', 'warn'],
    outcome: (said, { report }) =>
      said.state === 'SUCCESS' &&
      report.client.versions?.some((one) => SUPPORTED_MATRIX_VERSIONS.includes(one)) === false
        ? { ...said, state: 'FAIL_ERROR', identity: 'PROMPT' }
        : null,
  },
  {
    name: 'm.identity_server: null',
    sdk: 'throws a TypeError when it copies the members',
    spec: 'FAIL_PROMPT for the identity server: it is there without a base_url',
    why: 'the SDK takes null for absent first, and for an object later; check client/identity-server-not-null makes the client side fail',
    judgedAs: ['fail'],
    outcome: (said, { members }) =>
      said.state === 'SUCCESS' && members?.['m.identity_server'] === null
        ? { state: null, identity: null, threw: true }
        : null,
  },
];

/** For names with a port alone, which the specification strips before anything is asked. */
export const keptPort = {
  name: 'the port is kept',
  sdk: 'asks for the file at the port of the server name',
  spec: 'takes the hostname alone, so that the file is on port 443',
  why: 'the SDK puts "https://" before the whole name; check client/port-in-name says so',
  /** Of the homeserver that the file there names nothing is known, unless that on port 443 names it too. */
  states: (world) => {
    const { fileAtPort, homeserver } = world.facts.client.value;
    if (fileAtPort.kind !== 'seen') return [];
    const state = atFirstAddress(world, fileAtPort.value);
    if (state === 'IGNORE') return ['PROMPT'];
    return state === 'FAIL_ERROR' && homeserver.kind !== 'seen' ? ['FAIL_ERROR', 'SUCCESS'] : [state];
  },
};

const total = (hops) => hops.reduce((sum, { timings }) => sum + durationOf(timings), 0);

const durationOf = ({ dnsMs, tcpMs, tlsMs, firstByteMs, bodyMs }) =>
  [dnsMs, tcpMs, tlsMs, firstByteMs, bodyMs].reduce((sum, ms) => sum + (ms ?? 0), 0);

const isRedirect = ({ response }) =>
  response.kind === 'seen' && response.value.status >= 300 && response.value.status < 400;
