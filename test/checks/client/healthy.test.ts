import { describe, expect, it } from 'vitest';
import type { Area } from '../../../src/checks/area.js';
import { checks } from '../../../src/checks/index.js';
import { failed, skipped } from '../../../src/facts/observation.js';
import { readInput } from '../../../src/spec/server-name.js';
import { clientFacts, clientFetch, clientFile, homeserver, say, versionsLook } from '../client-facts.js';
import { failure, healthyFacts, lookup, SETTING, unroutable } from '../healthy-facts.js';

const AREAS: ReadonlySet<string> = new Set<Area>([
  'client',
  'cors',
  'client-tls',
  'client-api',
  'sign-in',
  'calls',
  'support',
]);
const clientSide = checks.filter(({ id }) => AREAS.has(id.slice(0, id.indexOf('/'))));

describe('every check of the client side', () => {
  it.each(clientSide)('$id finds nothing wrong in healthy facts', (check) => {
    for (const words of say(check, clientFacts())) expect(words).toMatch(/^(pass|not-applicable: )/);
  });

  const blind = clientFacts(
    {},
    { setting: { ...SETTING, resolverControl: lookup('.', 'NS', 'timeout', { rcode: null, server: null }) } },
  );
  it.each(clientSide)('$id blames nobody where no resolver answers', (check) => {
    expect(say(check, blind)).toEqual([expect.stringMatching(/^not-tested: no answer from the DNS resolver/)]);
  });

  const nameless = healthyFacts({
    input: readInput('not a name'),
    federation: skipped('the input is not a server name'),
    client: skipped('the input is not a server name'),
    support: skipped('the input is not a server name'),
  });
  it.each(clientSide)('$id is not tested where the input is no server name', (check) => {
    expect(say(check, nameless)).toEqual(['not-tested: the input is not a server name']);
  });

  const file = clientFile([clientFetch(unroutable), clientFetch(unroutable, '2001:db8::5')]);
  const outOfReach = clientFacts({ file, homeserver: skipped('the client file names no usable base URL') });
  it.each(clientSide)('$id blames nobody where this machine has no route to the file', (check) => {
    for (const words of say(check, outOfReach)) expect(words).not.toMatch(/^fail/);
  });

  const half = clientFacts({
    file: clientFile([clientFetch(), clientFetch(unroutable, '2001:db8::5')]),
    homeserver: homeserver([versionsLook(), versionsLook(unroutable, '2001:db8::10')]),
  });
  it.each(clientSide)('$id leaves out the addresses that this machine has no route to', (check) => {
    for (const words of say(check, half)) {
      expect(words).toMatch(
        check.id.endsWith('/every-address') ? /no route to that address$/ : /^(pass|not-applicable: )/,
      );
    }
  });

  const silence = { connection: failed(failure('tcp', 'timeout')) };
  const outOfTime = clientFacts(
    { file: clientFile([clientFetch(silence)]), homeserver: skipped('the client file names no usable base URL') },
    { setting: { ...SETTING, timedOut: true } },
  );
  it.each(clientSide)('$id does not hold a silence against the server that the end of the run caused', (check) => {
    for (const words of say(check, outOfTime)) expect(words).not.toMatch(/^fail/);
  });
});
