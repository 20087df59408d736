import { nginxConfiguration } from '../nginx.mjs';

/** Debian's nginx. What a site may hold: whatever may stand in a server block. */
export const nginx = {
  id: 'nginx',
  listen: ({ v4, v6 }) => `listen ${v4}:443 ssl http2;\nlisten [${v6}]:443 ssl http2;`,
  tls: ({ live }) => `ssl_certificate ${live}/fullchain.pem;\nssl_certificate_key ${live}/privkey.pem;`,
  files: ({ folder, name }, { listen, tls, site }) => ({
    'nginx.conf': nginxConfiguration(
      folder,
      `server {\nserver_name ${name};\nroot /var/www/html;\n${listen}\n${tls}\n${site}\n}\n`,
    ),
  }),
  command: ({ folder }) => ['nginx', '-p', folder, '-c', `${folder}/nginx.conf`, '-e', 'stderr'],
  complaint: /\[(?:warn|error|crit|alert|emerg)\]/,
};
