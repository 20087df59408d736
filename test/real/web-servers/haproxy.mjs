import { BEHIND } from '../recipe-home.mjs';

/**
 * Debian's HAProxy. What a site may hold: whatever may stand in a frontend, and after that whole sections. All else goes to the website
 * behind it. `tls` stands in the global section.
 */
export const haproxy = {
  id: 'haproxy',
  listen: ({ v4, v6, name }) =>
    [v4, `[${v6}]`].map((at) => `bind ${at}:443 ssl crt /etc/haproxy/certs/${name}.pem alpn h2,http/1.1`).join('\n'),
  tls: () => '',
  files: (_here, { listen, tls, site }) => ({
    'haproxy.cfg': `
global
  maxconn 100
  nbthread 1
${tls}
defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s
  timeout http-request 10s
frontend https
${listen}
default_backend website
${site}
backend website
server website 127.0.0.1:${BEHIND.website}
`,
  }),
  command: ({ folder }) => ['haproxy', '-db', '-f', `${folder}/haproxy.cfg`],
  complaint: /\[(?:WARNING|ALERT)\]/,
};
