/** Every recipe there is. */
export const RECIPE_IDS = [
  'client-file',
  'client-file-proxy',
  'server-file',
  'cors-header',
  'cors-header-once',
  'cors-on-redirect',
  'no-redirect',
  'no-html-fallback',
  'preflight',
  'content-type',
  'cache',
  'dot-files',
  'no-login',
  'homeserver-proxy',
  'oauth-routes',
  'rtc-service',
  'full-chain',
  'tls-versions',
  'both-families',
] as const;

export type RecipeId = (typeof RECIPE_IDS)[number];
