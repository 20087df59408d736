import { HOMESERVER } from '../recipe-home.mjs';

/**
 * The http section of a site: its routers from name to `{ rule, port, more }` or `{ rule, url }`, `more` being further lines. Each leads to a
 * service of its own, on 127.0.0.1 or elsewhere. `middlewares`: their lines.
 */
export const http = (host, routers, middlewares = []) => {
  const each = (section) => Object.entries(routers).flatMap(([name, router]) => section(name, { host, ...router }));
  return ['http:', '  routers:', ...each(routerLines), '  services:', ...each(serviceLines), ...middlewares].join('\n');
};

const routerLines = (name, { host, rule, more = [] }) => [
  `    ${name}:`,
  `      rule: ${[`Host(\`${host}\`)`, ...(rule === undefined ? [] : [rule])].join(' && ')}`,
  '      entryPoints: [websecure]',
  `      service: ${name}`,
  '      tls: {}',
  ...more.map((line) => `      ${line}`),
];

const serviceLines = (name, { port, url }) => [
  `    ${name}:`,
  '      loadBalancer:',
  `        passHostHeader: ${url === undefined}`,
  `        servers: [{ url: '${url ?? `http://127.0.0.1:${port}`}' }]`,
];

/** A middleware `elsewhere`, which redirects every path to the same at another origin. */
export const redirectTo = (origin) => [
  '  middlewares:',
  '    elsewhere:',
  '      redirectRegex:',
  '        regex: ^https://[^/]+/(.*)',
  `        replacement: ${origin}/$1`,
];

/** A router for one path, to where the other host gives that file. */
export const fromHomeserver = (path) => ({ rule: `Path(\`${path}\`)`, url: `https://${HOMESERVER}` });
