import { describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.js';
import { skipped } from '../../src/facts/observation.js';
import { readInput } from '../../src/spec/server-name.js';
import { healthyFacts, lookup, SETTING } from './healthy-facts.js';
import { judge } from './judge.js';

const AREAS = ['dns', 'well-known', 'srv', 'connection', 'tls', 'federation', 'keys'];
const federationChecks = checks.filter(({ id }) => AREAS.includes(id.slice(0, id.indexOf('/'))));

describe('every check of the federation side', () => {
  const facts = healthyFacts();
  it.each(federationChecks)('$id finds nothing wrong in healthy facts', (check) => {
    for (const words of judge(check, facts)) expect(words).toMatch(/^(pass|not-applicable: )/);
  });

  const blind = healthyFacts({
    setting: { ...SETTING, resolverControl: lookup('.', 'NS', 'timeout', { rcode: null, server: null }) },
  });
  it.each(federationChecks)('$id blames nobody where no resolver answers', (check) => {
    expect(judge(check, blind)).toEqual([expect.stringMatching(/^not-tested: no answer from the DNS resolver/)]);
  });

  const nameless = healthyFacts({
    input: readInput('not a name'),
    federation: skipped('the input is not a server name'),
    survey: skipped('the input is not a server name'),
  });
  it.each(federationChecks)('$id is not tested where the input is no server name', (check) => {
    expect(judge(check, nameless)).toEqual(['not-tested: the input is not a server name']);
  });
});
