import { describe, expect, it } from 'vitest';
import { renderText } from '../../src/render/text.js';
import { filledRecipe } from '../../src/report/filled-recipe.js';
import { SAMPLE_RECIPE_VALUES } from '../../src/report/recipe-values.js';
import type { Finding, FindingRecipe } from '../../src/report/report.js';
import { finding } from '../report/finding.js';
import { reportFixture } from './report-fixture.js';

const plain = { width: 80, unicode: true, colour: false, verbose: false };

const failed = (recipe: FindingRecipe | null, special: Partial<Finding> = {}): Finding =>
  finding({ id: 'cors/client-file-header', area: 'cors', affects: 'browsers', outcome: 'fail', recipe, ...special });

const render = (findings: readonly Finding[], width = 80): string =>
  renderText({ ...reportFixture, findings }, { ...plain, width });

const nginx = filledRecipe('cors-header', 'nginx', SAMPLE_RECIPE_VALUES);

describe('the lines of a recipe', () => {
  it('stand behind the fix as they are, with where they belong', () => {
    expect(render([failed(filledRecipe('cors-header', 'nginx', SAMPLE_RECIPE_VALUES, 'proxy'))])).toContain(`
    Affects Element Web, Element Desktop and other clients in a browser
    Why     Every homeserver refuses another one.
    Fix     Get a certificate for that name.
    nginx   in the location that answers /.well-known/matrix/client, in place of
            its lines for the same headers:
              proxy_hide_header Access-Control-Allow-Origin;
              add_header Access-Control-Allow-Origin * always;
            With this, add_header lines of the server block no longer reach this
            path: repeat those that it needs, such as Strict-Transport-Security.
            This is for nginx, which the answer names. If another web server
            stands in front: matrix-discovery explain cors/client-file-header
            --for apache (or caddy, haproxy, traefik)
    Spec    https://spec.matrix.org/v1.19/server-server-api/#tls
`);
  });

  it('are not broken into shorter ones', () => {
    const haproxy = filledRecipe('client-file', 'haproxy', SAMPLE_RECIPE_VALUES);
    const [line = ''] = haproxy.texts.flatMap(({ parts }) => parts.map(({ lines }) => lines));
    expect(line.length).toBeGreaterThan(100);
    for (const width of [40, 80]) expect(render([failed(haproxy)], width)).toContain(`  ${line}\n`);
  });

  it('have a label that does not run into them on a narrow page', () => {
    expect(render([failed(filledRecipe('cors-header', 'haproxy', SAMPLE_RECIPE_VALUES))], 40)).toMatch(
      /\n {2}HAProxy in the frontend/,
    );
  });

  it('come in several parts', () => {
    const text = render([failed(filledRecipe('client-file', 'apache', SAMPLE_RECIPE_VALUES))]);
    expect(text).toContain('\n    Apache  in the file /var/www/matrix-client.json:\n              {"m.homeserver"');
    expect(text).toContain('\n            and in the <VirtualHost> of example.com');
  });

  it('are shown for both kinds of site', () => {
    const text = render([failed(nginx)]);
    expect(text).toContain('\n    nginx   if it gives the file itself, in the server block of example.com');
    expect(text).toContain('\n            if it passes the request on, in the location that answers');
  });

  it('give way to the reason where there are none', () => {
    expect(render([failed(filledRecipe('both-families', 'caddy', SAMPLE_RECIPE_VALUES))])).toContain(
      '\n    Caddy   Caddy listens by both families by itself:',
    );
  });

  it('can be asked for where the web server is not known', () => {
    const text = render([failed(filledRecipe('cors-header', null, SAMPLE_RECIPE_VALUES))]);
    expect(text).toContain(`
    Lines   matrix-discovery explain cors/client-file-header --for nginx (or
            apache, caddy, haproxy, traefik) says what to write
`);
  });

  it('are shown once in a report', () => {
    const text = render([failed(nginx), failed(nginx, { id: 'cors/vary-origin' })]);
    expect(text.split('proxy_hide_header')).toHaveLength(2);
    expect(text).toContain('\n    nginx   the same as for cors/client-file-header above\n');
  });

  it('are shown again for another path', () => {
    const other = filledRecipe('cors-header', 'nginx', { ...SAMPLE_RECIPE_VALUES, path: '/other' });
    expect(render([failed(nginx), failed(other)]).split('proxy_hide_header')).toHaveLength(3);
  });

  it('cannot steer the terminal', () => {
    const evil = '\u001b]0;x\u0007';
    const recipe = {
      ...nginx,
      texts: nginx.texts.map((text) => ({ ...text, note: evil, parts: [{ where: evil, lines: `${evil}\nb` }] })),
    };
    const text = render([failed(recipe)]);
    expect(text).not.toContain('\u001b');
    expect(text).toContain('\\u{1b}]0;x\\u{7}\n              b\n');
  });
});
