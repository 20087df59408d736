/** Debian's Caddy. What a site may hold: whatever may stand in a site block of a Caddyfile. */
export const caddy = {
  id: 'caddy',
  listen: ({ v4, v6 }) => `bind ${v4} ${v6}`,
  tls: ({ live }) => `tls ${live}/fullchain.pem ${live}/privkey.pem`,
  files: ({ folder, name }, { listen, tls, site }) => ({
    Caddyfile: `{
	admin off
	auto_https disable_redirects
	skip_install_trust
	storage file_system ${folder}/storage
	servers {
		protocols h1 h2
	}
}
${name} {
	root * /var/www/html
	${listen}
	${tls}
	${site.replaceAll('\n', '\n\t')}
}
`,
  }),
  command: ({ folder }) => ['caddy', 'run', '--config', `${folder}/Caddyfile`, '--adapter', 'caddyfile'],
  complaint: /"level":"(?:warn|error|panic|fatal)"(?!.*Caddyfile input is not formatted)/,
};
