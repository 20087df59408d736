import type { Facts } from '../facts/facts.js';
import type { RecipeId } from '../recipes/index.js';
import type { SiteKind } from '../recipes/recipe.js';
import type { Area } from './area.js';
import type { Verdict } from './verdict.js';

/** How strongly the source asks for it. `advice`: no rule, but experience. */
export type Level = 'MUST' | 'SHOULD' | 'advice';

/**
 * By consequence for the people behind the server. error: other servers or clients will fail. warning: some will, or all will soon.
 * notice: works, but deprecated, unused or uneven. info: description only.
 */
export type Severity = 'error' | 'warning' | 'notice' | 'info';

/**
 * Who notices a failure. servers: other homeservers. clients: every client. browsers: Element Web, Element Desktop and whatever else runs in a
 * browser. strict-clients: Element X and whatever else is built on Ruma, which refuse what browsers forgive. everyone: servers and clients.
 * readers: nobody's software, but people who read what is published.
 */
export const AFFECTED = ['everyone', 'servers', 'clients', 'browsers', 'strict-clients', 'readers'] as const;

export type Affected = (typeof AFFECTED)[number];

/** `area/name`, the path of the check's file below `src/checks`. */
export type CheckId = `${Area}/${string}`;

/**
 * One thing that can be right or wrong, declared with all its words. Pure: it reads the facts and nothing else, no clock, no network.
 *
 * `failureTitle`, `why` and `fix` may hold `{placeholders}`, filled from the `values` of the verdict; `title` may not, since it stands for
 * what holds everywhere.
 */
export interface Check {
  readonly id: CheckId;
  /** True where the check passes: "The certificate covers the required name". */
  readonly title: string;
  /** True where it fails, with the actual names and numbers: "The certificate does not cover {name}". */
  readonly failureTitle: string;
  readonly level: Level;
  readonly severity: Severity;
  readonly affects: Affected;
  /** Link to the section of the specification, or to the RFC. */
  readonly spec: string;
  /** What breaks, and for whom. */
  readonly why: string;
  /** What to change, concretely; a command where there is one. Commands may stand after line breaks, which no other text has; configuration of web servers is a `recipe`. */
  readonly fix: string;
  /** What a `fix` that depends wholly on what is found comes to in general, without placeholders. */
  readonly usualFix?: string;
  /** What to write for each web server (`src/recipes`), with the same placeholders, filled by the same values. */
  readonly recipe?: RecipeId;
  /** The kind of site that has this fault, where the fault gives it away: a header that is there twice comes through a proxy. */
  readonly site?: SiteKind;
  /** At least one verdict. Several where independent subjects (hosts, records) differ. */
  evaluate(facts: Facts): readonly Verdict[];
}
