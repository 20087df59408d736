/** The web servers that recipes are written for: nginx, Apache 2.4, Caddy 2, HAProxy 2.2 and newer, Traefik 2 and 3. */
export const WEB_SERVERS = ['nginx', 'apache', 'caddy', 'haproxy', 'traefik'] as const;

export type WebServer = (typeof WEB_SERVERS)[number];

/** How a site gives its answer. file: by itself, from the disk or from its configuration. proxy: passed on to another server. */
export const SITE_KINDS = ['file', 'proxy'] as const;

export type SiteKind = (typeof SITE_KINDS)[number];

/** A remedy as configuration, for each web server that it can be written for. */
export interface Recipe {
  /** What it does, as the end of "how to ...": "send one Access-Control-Allow-Origin with the client file". */
  readonly title: string;
  /** `null`: there is nothing to write for that server; `because` says why, and what to do. */
  readonly servers: Readonly<Record<WebServer, RecipeForServer>>;
}

/** One text where both kinds of site need the same, else one for each kind; `because` where there is nothing to write. */
export type RecipeForServer =
  | { readonly any: RecipeText }
  | { readonly file: RecipeText; readonly proxy: RecipeText }
  | { readonly because: string };

/** Lines of configuration, and where they belong. The end-to-end tests load each into the real web server. */
export interface RecipeText {
  /** Usually one; also a section or a file of its own that the first refers to. */
  readonly parts: readonly [RecipePart, ...RecipePart[]];
  /** What else to know, one to three sentences; null where there is nothing. */
  readonly note: string | null;
}

export interface RecipePart {
  /** As words: "in the server block of {host}". */
  readonly where: string;
  /** Whole statements, ready to be pasted; may hold `{placeholders}` of `RECIPE_VALUES`. Without a line break at either end. */
  readonly lines: string;
}

/**
 * What recipes may have filled in. host: the site whose answer has to change. path: of that answer. homeserver: the host where the homeserver
 * answers. fileHost: the host that has the well-known files already, where there is one. clientFile,
 * serverFile: the JSON text of that file as it should be, on one line.
 */
export const RECIPE_VALUES = ['host', 'path', 'homeserver', 'fileHost', 'clientFile', 'serverFile'] as const;

export type RecipeValues = Readonly<Record<(typeof RECIPE_VALUES)[number], string>>;
