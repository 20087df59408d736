import type { Area } from '../checks/area.js';
import type { Affected, Check, CheckId, Level, Severity } from '../checks/check.js';
import { areaOf } from './findings.js';
import { namePlaceholders } from './placeholders.js';

/** A check in words, without a server at hand. What `list --json` prints, one for each check. */
export interface CheckDescription {
  readonly id: CheckId;
  readonly area: Area;
  readonly severity: Severity;
  readonly level: Level;
  readonly affects: Affected;
  /** True where it passes. */
  readonly title: string;
  /** True where it fails; `<name>` stands for what is filled in. */
  readonly failureTitle: string;
  readonly why: string;
  readonly fix: string;
  readonly spec: string;
}

export const describeCheck = ({
  id,
  severity,
  level,
  affects,
  title,
  failureTitle,
  why,
  fix,
  spec,
}: Check): CheckDescription => ({
  id,
  area: areaOf(id),
  severity,
  level,
  affects,
  title,
  failureTitle: namePlaceholders(failureTitle),
  why: namePlaceholders(why),
  fix: namePlaceholders(fix),
  spec,
});
