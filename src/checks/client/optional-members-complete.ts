import { listWords } from '../../facts/words/list-words.js';
import { isJsonObject, jsonKind } from '../../spec/json.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereClientFileMembers } from '../verdicts/where-client-file-found.js';

export const optionalMembersComplete = {
  id: 'client/optional-members-complete',
  title: 'Optional members of the client file have the shape that strict clients demand',
  failureTitle: 'A member of the client file has a shape that strict clients refuse: {problem}',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownClient,
  why: 'Element X, and whatever else is built on Ruma, refuses the whole file for one member that it knows and cannot read. Element Web does not look at these, so that it works there. A template that was not filled in is the usual cause.',
  fix: 'Complete the member in {url}, or delete it: {problem}.',
  evaluate: whereClientFileMembers((members, { last }) => {
    const problems = Object.entries(SHAPES).flatMap(([name, faultOf]) => {
      const fault = Object.hasOwn(members, name) ? faultOf(members[name]) : null;
      return fault === null ? [] : [`${name} ${fault}`];
    });
    if (problems.length === 0) return [pass()];
    return [
      fail({
        values: { problem: listWords(problems), url: last.url },
        evidence: problems.map((problem) => ({ label: last.url, value: problem })),
      }),
    ];
  }),
} as const satisfies Check;

/** What is wrong with a value, as the end of "<member> ..."; null where it does. */
type Shape = (value: unknown) => string | null;

const tileServer: Shape = (value) => {
  if (!isJsonObject(value)) return `is ${jsonKind(value)} in place of an object`;
  return typeof value.map_style_url === 'string' ? null : 'has no string map_style_url';
};

const rtcFoci: Shape = (value) => {
  if (!Array.isArray(value)) return `is ${jsonKind(value)} in place of an array`;
  const faults = value.flatMap((focus: unknown, index) => {
    if (!isJsonObject(focus) || typeof focus.type !== 'string') return [`has no string "type" in entry ${index + 1}`];
    return focus.type === 'livekit' && typeof focus.livekit_service_url !== 'string'
      ? [`has no string livekit_service_url in entry ${index + 1}`]
      : [];
  });
  return faults[0] ?? null;
};

const SHAPES: Readonly<Record<string, Shape>> = {
  'm.tile_server': tileServer,
  'org.matrix.msc3488.tile_server': tileServer,
  'm.rtc_foci': rtcFoci,
  'org.matrix.msc4143.rtc_foci': rtcFoci,
};
