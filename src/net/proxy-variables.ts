const NAMES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];

/** Names of the proxy variables that are set, as written. They are not used: a proxy would look from somewhere else. */
export const proxyVariables = (env: Readonly<Record<string, string | undefined>>): readonly string[] =>
  NAMES.flatMap((name) => [name, name.toLowerCase()]).filter((name) => (env[name] ?? '') !== '');
