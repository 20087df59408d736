/** Debian's Apache. What a site may hold: whatever may stand in a virtual host. */
export const apache = {
  id: 'apache',
  listen: ({ v4, v6 }) => `Listen ${v4}:443\nListen [${v6}]:443`,
  tls: ({ live }) =>
    `SSLEngine on\nSSLCertificateFile ${live}/fullchain.pem\nSSLCertificateKeyFile ${live}/privkey.pem`,
  files: ({ folder, name }, { listen, tls, site }) => ({
    'apache2.conf': `
ServerRoot ${folder}
PidFile ${folder}/apache2.pid
DefaultRuntimeDir ${folder}
User www-data
Group www-data
ServerName ${name}
ErrorLog "|/bin/cat"
LogLevel warn
${MODULES.map((module) => `LoadModule ${module}_module /usr/lib/apache2/modules/mod_${module}.so`).join('\n')}
TypesConfig /etc/mime.types
Protocols h2 http/1.1
SSLSessionCache shmcb:${folder}/tls-sessions(512000)
StartServers 1
ThreadsPerChild 8
MaxRequestWorkers 16
ServerLimit 2
<Directory />
  Require all denied
</Directory>
<Directory /var/www>
  AllowOverride None
  Require all granted
</Directory>
${listen}
<VirtualHost *:443>
ServerName ${name}
DocumentRoot /var/www/html
${tls}
${site}
</VirtualHost>
`,
  }),
  command: ({ folder }) => ['apache2', '-d', folder, '-f', `${folder}/apache2.conf`, '-D', 'FOREGROUND'],
  complaint: /:(?:warn|error|crit|alert|emerg)\]|^AH\d+:/,
};

/** What Debian enables by itself, and what a2enmod has to be asked for: ssl, http2, headers, rewrite, proxy, proxy_http. */
const MODULES = [
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_host',
  'authz_user',
  'auth_basic',
  'access_compat',
  'alias',
  'autoindex',
  'deflate',
  'dir',
  'env',
  'filter',
  'mime',
  'negotiation',
  'reqtimeout',
  'setenvif',
  'socache_shmcb',
  'ssl',
  'http2',
  'headers',
  'rewrite',
  'proxy',
  'proxy_http',
];
