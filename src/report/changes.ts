import type { CheckId } from '../checks/check.js';
import type { DestinationReport, Finding, Outcome, Report } from './report.js';

/** For whom looks at the server; `other`: neither, or that cannot be said. */
export type Direction = 'better' | 'worse' | 'other';

/** One thing that two reports of one name say differently. */
export type Change = SideChange | ValueChange | FileAddressChange | DestinationChange | FindingChange;

export interface SideChange {
  readonly what: 'federation' | 'client';
  readonly kind: Direction;
  readonly before: Outcome;
  readonly after: Outcome;
  /** The verdict that holds now. */
  readonly summary: string;
}

/** null: there was none, or there is none. */
export interface ValueChange {
  readonly what: 'delegate' | 'step' | 'base-url';
  readonly kind: 'other';
  readonly before: string | null;
  readonly after: string | null;
}

/** An address at which the server file is read. */
export interface FileAddressChange {
  readonly what: 'file-address';
  readonly kind: 'other';
  readonly how: 'added' | 'gone';
  readonly address: string;
}

export interface DestinationChange {
  readonly what: 'destination';
  readonly kind: Direction;
  readonly how: 'added' | 'gone' | 'changed';
  /** As it is now; as it was where it is gone. */
  readonly destination: DestinationReport;
  /** Only of one that changed: what was wrong with it before, null for nothing. */
  readonly before: string | null;
}

export interface FindingChange {
  readonly what: 'finding';
  readonly kind: Direction;
  /** `changed`: it failed before and still does, but for another reason or at another place. */
  readonly how: 'appeared' | 'changed' | 'went';
  readonly findingId: CheckId;
  /** The failure: as it is now, or as it was where it went. */
  readonly finding: Finding;
  /** Only of one that changed. */
  readonly before: Finding | null;
  /** What came of the check this time. `pass` also where it fails only for other subjects now; null where it was not run. */
  readonly now: Finding['outcome'] | null;
}

/** What changed between two reports of one name, what got worse first; within that the outcomes, the way, the addresses, the findings. */
export const changesBetween = (before: Report, after: Report): readonly Change[] =>
  [...allChanges(before, after)].sort((left, right) => ORDER[left.kind] - ORDER[right.kind]);

const allChanges = (before: Report, after: Report): readonly Change[] => [
  ...sideChanges('federation', before, after),
  ...sideChanges('client', before, after),
  ...valueChanges('delegate', before.federation.wellKnown.delegate, after.federation.wellKnown.delegate),
  ...valueChanges('step', before.federation.step, after.federation.step),
  ...valueChanges('base-url', before.client.baseUrl, after.client.baseUrl),
  ...fileAddressChanges(before, after),
  ...destinationChanges(before.federation.destinations, after.federation.destinations),
  ...findingChanges(failedOf(before), failedOf(after), after.findings),
];

const sideChanges = (what: SideChange['what'], before: Report, after: Report): readonly Change[] => {
  const [was, is] = [before[what].outcome, after[what].outcome];
  return was === is ? [] : [{ what, kind: direction(was, is), before: was, after: is, summary: after[what].summary }];
};

const valueChanges = (what: ValueChange['what'], before: string | null, after: string | null): readonly Change[] =>
  before === after ? [] : [{ what, kind: 'other', before, after }];

const fileAddressChanges = (before: Report, after: Report): readonly Change[] => {
  const [was, is] = [before, after].map(({ federation }) =>
    federation.wellKnown.addresses.map(({ address }) => address),
  );
  const change =
    (how: FileAddressChange['how']) =>
    (address: string): Change => ({
      what: 'file-address',
      kind: 'other',
      how,
      address,
    });
  return [...without(is, was).map(change('added')), ...without(was, is).map(change('gone'))];
};

/** Those of the first that are not in the second, each once. */
const without = (these: readonly string[] = [], those: readonly string[] = []): readonly string[] =>
  [...new Set(these)].filter((one) => !those.includes(one));

const destinationChanges = (
  before: readonly DestinationReport[],
  after: readonly DestinationReport[],
): readonly Change[] => {
  const same = (one: DestinationReport) => (other: DestinationReport) => destinationKey(one) === destinationKey(other);
  return [
    ...after.flatMap((destination): readonly Change[] => {
      const old = before.find(same(destination));
      if (old === undefined) return [{ what: 'destination', kind: 'other', how: 'added', destination, before: null }];
      return old.outcome === destination.outcome && old.because === destination.because
        ? []
        : [
            {
              what: 'destination',
              kind: direction(old.outcome, destination.outcome),
              how: 'changed',
              destination,
              before: old.because,
            },
          ];
    }),
    ...before
      .filter((destination) => !after.some(same(destination)))
      .map((destination): Change => ({ what: 'destination', kind: 'other', how: 'gone', destination, before: null })),
  ];
};

const destinationKey = ({ address, port, hostHeader }: DestinationReport): string =>
  JSON.stringify([address, port, hostHeader]);

const findingChanges = (
  before: readonly Finding[],
  after: readonly Finding[],
  all: readonly Finding[],
): readonly FindingChange[] => [
  ...after.flatMap((finding): readonly FindingChange[] => {
    const old = before.find((one) => findingKey(one) === findingKey(finding));
    if (old === undefined) return [{ ...ofFinding(finding), kind: ifItMatters(finding, 'worse'), how: 'appeared' }];
    return saying(old) === saying(finding)
      ? []
      : [{ ...ofFinding(finding), kind: 'other', how: 'changed', before: old }];
  }),
  ...before
    .filter((finding) => !after.some((one) => findingKey(one) === findingKey(finding)))
    .map((finding): FindingChange => {
      const now = outcomeNow(finding, all);
      const kind = now === 'pass' ? ifItMatters(finding, 'better') : 'other';
      return { ...ofFinding(finding), kind, how: 'went', now };
    }),
];

const ofFinding = (finding: Finding) =>
  ({ what: 'finding', findingId: finding.id, finding, before: null, now: 'fail' }) as const;

/** What a notice says makes nothing better or worse for people. */
const ifItMatters = ({ severity }: Finding, kind: 'better' | 'worse'): Direction =>
  severity === 'error' || severity === 'warning' ? kind : 'other';

const outcomeNow = (gone: Finding, all: readonly Finding[]): Finding['outcome'] | null => {
  const outcomes = all.filter(({ id }) => id === gone.id).map(({ outcome }) => outcome);
  return outcomes.includes('fail') ? 'pass' : (outcomes[0] ?? null);
};

const failedOf = ({ findings }: Report): readonly Finding[] => findings.filter(({ outcome }) => outcome === 'fail');

const findingKey = ({ id, subject }: Finding): string => JSON.stringify([id, subject]);

/** The order in which answers came says nothing, nor what differs because it was another moment. */
const saying = ({ title, evidence }: Finding): string =>
  timeless(JSON.stringify([title, evidence.map(({ label, value }) => JSON.stringify([label, value])).sort()]));

/** Without how long it took, the time of day, and milliseconds since 1970. */
const timeless = (text: string): string =>
  text
    .replace(/\b\d+(\.\d+)? m?s\b/g, 'a while')
    .replace(/(\d{4}-\d{2}-\d{2})T[\d:.]+/g, '$1')
    .replace(/\b\d{9,}\b/g, 'then');

const direction = (before: Outcome, after: Outcome): Direction => {
  if (before === 'unknown' || after === 'unknown') return 'other';
  if (RANK[before] === RANK[after]) return 'other';
  return RANK[after] > RANK[before] ? 'worse' : 'better';
};

const RANK = { pass: 0, warn: 1, fail: 2 } as const satisfies Record<Exclude<Outcome, 'unknown'>, number>;

const ORDER = { worse: 0, better: 1, other: 2 } as const satisfies Record<Direction, number>;
