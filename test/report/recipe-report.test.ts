import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/checks/check.js';
import { fail, type Verdict } from '../../src/checks/verdict.js';
import { recipeReport } from '../../src/report/recipe-report.js';
import { baseUrlFacts, clientFacts, membersFacts, withoutFile } from '../checks/client-facts.js';
import { type Answer, federationFacts, fetched, healthyFacts } from '../checks/healthy-facts.js';

type Failure = Extract<Verdict, { outcome: 'fail' }>;

const check = (recipe: Check['recipe'], id: Check['id'] = 'cors/client-file-header'): Pick<Check, 'id' | 'recipe'> => ({
  id,
  ...(recipe === undefined ? {} : { recipe }),
});

const failure = (special: Partial<Failure> = {}): Failure => ({ ...(fail({}) as Failure), ...special });

const place = (url: string, serverHeader: string | null = 'nginx/1.22.1', via: string | null = null) => ({
  place: { url, serverHeader, via },
});

const linesOf = (...args: Parameters<typeof recipeReport>): string =>
  (recipeReport(...args)?.texts ?? [])
    .flatMap(({ parts }) => parts.map(({ where, lines }) => `${where}\n${lines}`))
    .join('\n');

const FILE = 'https://example.com/.well-known/matrix/client';

describe('recipeReport', () => {
  it('is null for a check without a recipe', () => {
    expect(recipeReport(check(undefined), failure(), healthyFacts())).toBeNull();
  });

  it('has the lines of the web server that answered, for both kinds of site', () => {
    const recipe = recipeReport(check('cors-header'), failure(place(FILE)), healthyFacts());
    expect(recipe).toMatchObject({ id: 'cors-header', webServer: 'nginx', because: null });
    expect(recipe?.texts.map(({ site }) => site)).toEqual(['file', 'proxy']);
    expect(recipe?.texts[0]?.parts[0]?.lines).toContain('location = /.well-known/matrix/client {');
  });

  it('has only those for the kind of site that the check is about', () => {
    const recipe = recipeReport({ ...check('cors-header'), site: 'proxy' }, failure(place(FILE)), healthyFacts());
    expect(recipe?.texts.map(({ site }) => site)).toEqual(['proxy']);
  });

  it('has one text where both kinds need the same', () => {
    const recipe = recipeReport(check('cors-header'), failure(place(FILE, 'Apache')), healthyFacts());
    expect(recipe?.texts.map(({ site }) => site)).toEqual([null]);
  });

  it('has a reason where there is nothing to write', () => {
    const recipe = recipeReport(check('both-families'), failure(place(FILE, 'Caddy')), healthyFacts());
    expect(recipe).toMatchObject({ webServer: 'caddy', texts: [] });
    expect(recipe?.because).toContain('the site block of example.com');
  });

  it('has no lines where the web server is not known', () => {
    const unknown = recipeReport(check('cors-header'), failure(place(FILE, 'Synapse/1.163.2')), healthyFacts());
    expect(unknown).toMatchObject({ id: 'cors-header', webServer: null, texts: [], because: null });
    expect(recipeReport(check('cors-header'), failure(), healthyFacts())).toMatchObject({ webServer: null, texts: [] });
  });

  it('names the host and the path of the answer', () => {
    const lines = linesOf(check('cors-header'), failure(place('https://www.example.com/a/client')), healthyFacts());
    expect(lines).toContain('in the server block of www.example.com');
    expect(lines).toContain('location = /a/client {');
  });

  it('takes the host from the verdict where there was no answer, and the path from the area', () => {
    const special = { ...place('nonsense'), values: { host: 'old.example.com' } };
    const lines = linesOf(check('cache', 'well-known/cacheable'), failure(special), healthyFacts());
    expect(lines).toContain('in the server block of old.example.com');
    expect(lines).toContain('location = /.well-known/matrix/server {');
  });

  it('takes the name of a certificate for its host', () => {
    const special = { ...place('nonsense'), values: { name: 'matrix.example.com' } };
    expect(linesOf(check('full-chain', 'tls/certificate-chain'), failure(special), healthyFacts())).toContain(
      '/etc/letsencrypt/live/matrix.example.com/fullchain.pem',
    );
  });

  it('gives the file that there is, with everything in it', () => {
    const facts = membersFacts({
      'm.homeserver': { base_url: 'https://hs.example.com' },
      'com.example.more': { a: 1 },
    });
    expect(linesOf(check('client-file'), failure(place(FILE)), facts)).toContain(
      `return 200 '{"m.homeserver":{"base_url":"https://hs.example.com"},"com.example.more":{"a":1}}';`,
    );
  });

  it('gives the file that the check suggests where there is none, else one for the delegated host', () => {
    const json = '{"m.homeserver":{"base_url":"https://example.com"}}';
    expect(linesOf(check('client-file'), failure({ ...place(FILE), values: { json } }), withoutFile())).toContain(
      `return 200 '${json}';`,
    );
    expect(linesOf(check('client-file'), failure(place(FILE)), withoutFile())).toContain(
      `return 200 '{"m.homeserver":{"base_url":"https://matrix.example.com"}}';`,
    );
  });

  it('gives the server file for the delegated name', () => {
    expect(linesOf(check('server-file'), failure(place(FILE)), healthyFacts())).toContain(
      `return 200 '{"m.server":"matrix.example.com:443"}';`,
    );
  });

  it('passes a file on from the host that has it', () => {
    expect(linesOf(check('file-proxy'), failure(place(FILE)), withoutFile())).toContain(
      'proxy_pass https://matrix.example.com;',
    );
    const special = { ...place(FILE), values: { delegate: 'other.example.com' } };
    expect(linesOf(check('file-proxy'), failure(special), withoutFile())).toContain(
      'proxy_pass https://other.example.com;',
    );
  });

  it('does not pass a file on to itself', () => {
    const itself = { ...place(FILE), values: { delegate: 'example.com' } };
    expect(linesOf(check('file-proxy'), failure(itself), withoutFile())).toContain(
      'proxy_pass https://matrix.example.com;',
    );
  });

  it('takes the name itself for the homeserver where that answers, and else the usual name', () => {
    const { federation } = federationFacts({ delegatedName: null });
    const lines = (direct: Answer) =>
      linesOf(check('client-file'), failure(place(FILE)), withoutFile(direct, { federation }));
    expect(lines({ json: { versions: ['v1.11'] } })).toContain('"base_url":"https://example.com"');
    expect(lines({ status: 404, text: '' })).toContain('"base_url":"https://matrix.example.com"');
  });

  it('puts the client API where it was asked', () => {
    const versions = 'https://hs.example.com:8443/_matrix/client/versions';
    expect(linesOf(check('homeserver-proxy'), failure(place(versions)), clientFacts())).toContain(
      'in the server block of hs.example.com',
    );
  });
});

describe('an answer below /_matrix', () => {
  it('is passed on, never a file', () => {
    const identity = place('https://id.example.com/_matrix/identity/v2');
    const recipe = recipeReport(check('cors-header'), failure(identity), healthyFacts());
    expect(recipe).toMatchObject({ id: 'cors-header' });
    expect(recipe?.texts.map(({ site }) => site)).toEqual(['proxy']);
  });

  it('of the client API stands for all of it', () => {
    const versions = place('https://hs.example.com/_matrix/client/versions');
    expect(recipeReport(check('cors-header'), failure(versions), healthyFacts())).toMatchObject({
      id: 'homeserver-cors',
    });
  });
});

describe('what comes from outside', () => {
  it.each([
    'https://example.com/a;return 301 http:/evil',
    'https://example.com/$host',
    'https://example.com/a"b',
    'https://exa{mple.com/client',
    'javascript:alert(1)',
  ])('gives no lines of its own: %s', (url) => {
    const lines = linesOf(check('cors-header'), failure(place(url)), healthyFacts());
    expect(lines).toContain('in the server block of example.com');
    expect(lines).toContain('location = /.well-known/matrix/client {');
  });

  it('does not break out of quotes by the client file', () => {
    const facts = membersFacts({
      'm.homeserver': { base_url: 'https://hs.example.com' },
      evil: "'; } # $host {env.X}",
    });
    expect(linesOf(check('client-file'), failure(place(FILE)), facts)).toContain(
      `return 200 '{"m.homeserver":{"base_url":"https://matrix.example.com"}}';`,
    );
  });

  it('does not take over a base URL that is none', () => {
    const facts = baseUrlFacts("https://a'b.example.com");
    expect(linesOf(check('client-file'), failure(place(FILE)), facts)).toContain(
      `return 200 '{"m.homeserver":{"base_url":"https://matrix.example.com"}}';`,
    );
  });

  it('does not take over values that are no hosts', () => {
    const special = { ...place('nonsense'), values: { host: 'a b', delegate: '$host' } };
    const lines = linesOf(check('file-proxy'), failure(special), withoutFile());
    expect(lines).toContain('in the server block of example.com');
    expect(lines).toContain('proxy_pass https://matrix.example.com;');
  });
});

describe('placeOf', () => {
  it('keeps the headers that give the web server away', () => {
    const at = fetched({
      status: 200,
      headers: [
        ['Server', 'nginx'],
        ['Via', '1.1 Caddy'],
      ],
    }).hops[0];
    expect(fail(at === undefined ? {} : { at })).toMatchObject({ place: { serverHeader: 'nginx', via: '1.1 Caddy' } });
  });
});
