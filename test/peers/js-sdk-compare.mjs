import { differences, keptPort } from './js-sdk-differences.mjs';
import { ORDERS } from './js-sdk-world.mjs';

/** Checks that say why a page cannot read the client file or /versions. */
const BLOCKED = [
  'cors/client-file-header',
  'cors/client-file-header-once',
  'cors/client-file-any-origin',
  'cors/client-file-redirects',
  'cors/client-file-after-redirect',
  'cors/versions-header',
  'cors/versions-header-once',
  'cors/versions-any-origin',
  'cors/not-found-readable',
];
const IDENTITY_BLOCKED = ['cors/identity-server-readable'];

/**
 * Holds what the SDK said against the report of the same world.
 * @returns `wrong`: a line for everything that is not as it should be; `by`: the names of the differences that showed; `words`: what both said
 */
export const compare = (world, project) => {
  const { facts, report, name } = world;
  const ours = outcomeOf(world);
  const members = membersOf(facts, project);
  const wrong = [];
  const by = new Set();
  const judgedAs = [];

  const expectedNode = ORDERS.map((order) => {
    let said = ours;
    for (const difference of differences) {
      const changed = difference.outcome(said, { facts, report, name, members, order, project });
      if (changed === null) continue;
      said = changed;
      by.add(difference.name);
      judgedAs.push(...difference.judgedAs);
    }
    return said;
  });
  ORDERS.forEach((order, index) => {
    if (!isSame(expectedNode[index], world.node[index])) {
      wrong.push(
        `${order} first: ${wordsOf(expectedNode[index])} expected, the SDK says ${wordsOf(world.node[index])}`,
      );
    }
  });
  if (world.atPort !== null) {
    const states = keptPort.states({ ...world, order: ORDERS[0], project });
    const { state } = world.atPort;
    if (!states.includes(state)) wrong.push(`at the port: ${states.join(' or ')} expected, the SDK says ${state}`);
    if (!isSame(world.atPort, world.node[0])) by.add(keptPort.name);
  }
  wrong.push(...browserFaults(world), ...verdictFaults(world, judgedAs));
  return {
    wrong,
    by: [...by],
    words: `${wordsOf(ours)}; SDK ${wordsOf(world.node[0])}, in a browser ${wordsOf(world.browser[0])}`,
  };
};

/** By the specification, as the report has it. Where a machine without a network cannot know the state, the one it saw. */
const outcomeOf = ({ facts, report }) => {
  const state = report.client.state ?? facts.client.value.state;
  return { state, identity: (state === 'SUCCESS' && report.client.identityServer?.state) || 'PROMPT', threw: false };
};

const membersOf = ({ client, observedAt }, { readClientFileFetch }) =>
  client.value.file.fetches.map((fetch) => readClientFileFetch(fetch, observedAt).reading).find((one) => one?.members)
    ?.members;

const isSame = (left, right) =>
  left.state === right.state && left.identity === right.identity && left.threw === right.threw;

const wordsOf = ({ state, identity, threw }) => {
  if (threw) return 'an exception';
  return identity === 'PROMPT' ? state : `${state} (identity server ${identity})`;
};

/** What CORS changes for the SDK, a finding has to say, and the reverse. Where there is nothing to be found, one error says that, and no other. */
const browserFaults = ({ node, browser, report }) => {
  const failed = (ids) => report.findings.filter(({ id, outcome }) => outcome === 'fail' && ids.includes(id));
  const differs = (member) => node.some((said, index) => said[member] !== browser[index][member]);
  const nothingThere = failed(['client/findable']).length > 0;
  const reached = browser.every(({ state }) => state === 'SUCCESS');
  return [
    ...(nothingThere ? [] : bothOrNeither('the file or /versions', differs('state'), failed(BLOCKED))),
    ...(reached ? bothOrNeither('the identity server', differs('identity'), failed(IDENTITY_BLOCKED)) : []),
  ];
};

const bothOrNeither = (what, isBlocked, findings) => {
  if (isBlocked === findings.length > 0) return [];
  return [
    isBlocked
      ? `a browser cannot read ${what}, and no finding says so`
      : `a browser can read ${what}, in spite of ${findings.map(({ id }) => id).join(', ')}`,
  ];
};

/** Where the SDK stops, the client side is red, but for what a listed difference excuses. */
const verdictFaults = ({ node, browser, report }, judgedAs) => {
  const { outcome } = report.client;
  const stops = [...node, ...browser].some(({ state, threw }) => threw || /^FAIL/.test(state));
  if (!stops || outcome === 'fail' || outcome === 'unknown' || judgedAs.includes(outcome)) return [];
  return [`the SDK stops, and the client side is "${outcome}"`];
};
