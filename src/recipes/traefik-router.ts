/** A router of its own for one path, which passes it on to `{fileHost}` past every middleware of the site. */
export const traefikFileRouter = (path: string): string => `
http:
  routers:
    matrix-file:
      rule: Host(\`{host}\`) && Path(\`${path}\`)
      priority: 10000
      entryPoints: [websecure]
      service: matrix-file
      tls: {}
  services:
    matrix-file:
      loadBalancer:
        passHostHeader: false
        servers:
          - url: https://{fileHost}
`;

/** A middleware that sets headers of answers, whatever they were. */
export const traefikHeaders = (headers: Readonly<Record<string, string>>): string => `
http:
  middlewares:
    matrix-headers:
      headers:
        customResponseHeaders:
${Object.entries(headers)
  .map(([name, value]) => `          ${name}: "${value}"`)
  .join('\n')}
`;

export const TRAEFIK_MIDDLEWARE_NOTE = 'Then name matrix-headers@file among the middlewares of the router for {path}.';

export const TRAEFIK_ROUTER_NOTE =
  'Traefik cannot give a file by itself. Put the name of your entry point in place of websecure, and your certResolver into tls.';
