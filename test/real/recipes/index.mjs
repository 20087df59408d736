import { clientFile } from './client-file.mjs';
import { corsHeader } from './cors-header.mjs';
import { dotFiles, noLogin } from './doors.mjs';
import { fileProxy } from './file-proxy.mjs';
import { homeserverCors, homeserverProxy } from './homeserver.mjs';
import { cache, contentType } from './labels.mjs';
import { corsOnRedirect, noRedirect } from './redirects.mjs';
import { serverFile } from './server-file.mjs';
import { oauthRoutes, rtcService } from './services.mjs';
import { traefikFiles, traefikHomeserver, traefikTransport } from './traefik.mjs';
import { bothFamilies, fullChain, noClientCertificate, tlsVersions } from './transport.mjs';

/**
 * Real web servers with a fault that people really have, and the recipe that must mend it. Each is
 * - `recipe`: its id, in src/recipes; `kind`: of the site, where the recipe has a text for each
 * - `server`: the web server, as in web-servers/index.mjs
 * - `fault`: what is wrong, in words
 * - `check`: the id of the check that fails, shows this recipe, and must pass afterwards
 * - `host`: which of the two hosts of recipe-home.mjs the site stands for, the server name by default
 * - `site(here)`: the site's configuration as `siteText` takes it; `listen` and `tls` likewise, where they are not the usual ones
 * - `files`: what lies on its disk besides certificates, FILES by default
 * - `alone`: true where it listens on all addresses of its machine, so that it needs one for itself
 * - `explained`: the id of the check that has the recipe, where `check` has none
 * - `scenario`: the name of one of the lab with the same fault, whose report has to give the lines
 * - `says`: the web server that the answer gives itself out for, null for none; `server` by default, and nothing for HAProxy
 * - `left`: ids of errors and warnings that stay, since the recipe is not for them
 */
export const recipes = [
  ...clientFile,
  ...serverFile,
  ...fileProxy,
  ...corsHeader,
  ...corsOnRedirect,
  ...homeserverCors,
  ...homeserverProxy,
  ...noRedirect,
  ...contentType,
  ...cache,
  ...dotFiles,
  ...noLogin,
  ...fullChain,
  ...tlsVersions,
  ...bothFamilies,
  ...noClientCertificate,
  ...oauthRoutes,
  ...rtcService,
  ...traefikFiles,
  ...traefikHomeserver,
  ...traefikTransport,
];

export const recipeName = ({ recipe, server, kind, fault }) =>
  `recipe ${recipe} for ${server}${kind === undefined ? '' : ` (${kind})`}: ${fault}`;
