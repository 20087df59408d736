import { isJsonObject, type JsonObject, type JsonText, jsonFaultWords, jsonKind, readJson } from './json.js';
import { asBrowsersDecode } from './utf8-fault.js';

/** Why a strict client refuses a client file as a whole. `message`: one plain sentence without a full stop. */
export interface StrictFault {
  readonly kind: 'not-json' | 'encoding' | 'twice' | 'two-names' | 'shape';
  /** The member of the file that it is about; null where it is about all of it. */
  readonly member: string | null;
  readonly message: string;
}

/**
 * The client file as Ruma reads it (`discover_homeserver::Response`, with the features that the Rust SDK turns on), and so Element X: UTF-8
 * without a byte order mark, no known member twice, also under its other name, and each known one of its proper type. Unknown members may be
 * anything. Empty where it is accepted; whether the base URL is of use is another question.
 */
export const strictClientFileFaults = (text: JsonText): readonly StrictFault[] => {
  const encoding = encodingFault(text);
  const json = readJson(text === null ? null : asBrowsersDecode(text));
  if (json.kind === 'not-json') {
    return [encoding ?? { kind: 'not-json', member: null, message: jsonFaultWords(json.fault) }];
  }
  const members = json.value;
  if (!isJsonObject(members)) {
    return [{ kind: 'not-json', member: null, message: `it is ${jsonKind(members)} in place of an object` }];
  }
  return [
    ...(encoding === null ? [] : [encoding]),
    ...twiceFaults(json.duplicateKeys),
    ...SPELLINGS.filter((names) => names.every((name) => Object.hasOwn(members, name))).map(twoNamesFault),
    ...Object.entries(SHAPES).flatMap(([name, faultOf]) => {
      const fault = Object.hasOwn(members, name) || REQUIRED.has(name) ? faultOf(members[name]) : null;
      return fault === null ? [] : [{ kind: 'shape' as const, member: name, message: `${name} ${fault}` }];
    }),
  ];
};

/** Whether Ruma refuses a file in which this member, as a path, stands twice. What it does not know it skips. */
export const isStrictMember = (path: string): boolean => STRICT_MEMBERS.has(path);

const encodingFault = (text: JsonText): StrictFault | null => {
  const reading = readJson(text);
  if (reading.kind === 'json') return null;
  const { fault } = reading;
  if (fault.kind === 'byte-order-mark') {
    return { kind: 'encoding', member: null, message: 'it begins with a byte order mark (BOM)' };
  }
  return fault.kind === 'not-utf8' ? { kind: 'encoding', member: null, message: jsonFaultWords(fault) } : null;
};

const twiceFaults = (duplicateKeys: readonly string[]): readonly StrictFault[] =>
  duplicateKeys
    .filter(isStrictMember)
    .map((path) => ({ kind: 'twice', member: path, message: `${path} stands in it twice` }));

const twoNamesFault = ([first = '', second = '']: readonly string[]): StrictFault => ({
  kind: 'two-names',
  member: first,
  message: `${first} and ${second} are two names of one member, and it has both`,
});

/** Names that Ruma reads as one and the same. */
const SPELLINGS: readonly (readonly string[])[] = [
  ['m.tile_server', 'org.matrix.msc3488.tile_server'],
  ['m.rtc_foci', 'org.matrix.msc4143.rtc_foci'],
];

/** What is wrong with a value, as the end of "<member> ..."; null where it does. */
type Shape = (value: unknown) => string | null;

const objectWith =
  (name: string): Shape =>
  (value) => {
    if (!isJsonObject(value)) return `is ${jsonKind(value)} in place of an object`;
    const written = value[name];
    if (typeof written === 'string') return null;
    return written === undefined ? `has no ${name}` : `has ${jsonKind(written)} for its ${name} in place of a string`;
  };

/** Ruma takes null for "there is none". */
const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null ? null : shape(value);

const rtcFoci: Shape = (value) => {
  if (!Array.isArray(value)) return `is ${jsonKind(value)} in place of an array`;
  const faults = value.flatMap((focus: unknown, index) => {
    const fault = focusFault(focus);
    return fault === null ? [] : [`${fault} in entry ${index + 1}`];
  });
  return faults[0] ?? null;
};

const focusFault = (focus: unknown): string | null => {
  if (!isJsonObject(focus)) return `has ${jsonKind(focus)} in place of an object`;
  if (typeof focus.type !== 'string') return missing(focus, 'type');
  if (focus.type !== 'livekit' || typeof focus.livekit_service_url === 'string') return null;
  return missing(focus, 'livekit_service_url');
};

const missing = (focus: JsonObject, name: string): string =>
  focus[name] === undefined ? `has no ${name}` : `has ${jsonKind(focus[name])} for the ${name}`;

const SHAPES: Readonly<Record<string, Shape>> = {
  'm.homeserver': objectWith('base_url'),
  'm.identity_server': orNull(objectWith('base_url')),
  'm.tile_server': orNull(objectWith('map_style_url')),
  'org.matrix.msc3488.tile_server': orNull(objectWith('map_style_url')),
  'm.rtc_foci': rtcFoci,
  'org.matrix.msc4143.rtc_foci': rtcFoci,
};

const REQUIRED: ReadonlySet<string> = new Set(['m.homeserver']);

const STRICT_MEMBERS: ReadonlySet<string> = new Set([
  ...Object.keys(SHAPES),
  'm.homeserver.base_url',
  'm.identity_server.base_url',
  'm.tile_server.map_style_url',
  'org.matrix.msc3488.tile_server.map_style_url',
]);
