import { isJsonObject, type JsonObject } from './json.js';

/** One way in which calls may be carried, as a client file (MSC4143, MSC4158) or a homeserver (`rtc_transports`) lists it. */
export interface RtcFocus {
  /** null where it is not a string. */
  readonly type: string | null;
  /** `livekit_service_url` (MSC4195) as written; null where it is not a string. */
  readonly serviceUrl: string | null;
}

/** The keys of the client file under which foci stand, in the order in which clients look. None of them is part of the specification. */
const RTC_FOCI_KEYS = ['org.matrix.msc4143.rtc_foci', 'm.rtc_foci', 'org.matrix.msc4158.rtc_foci'] as const;

/** The foci in a client file, key by key, in their order. What is no list, and entries that are no objects, are passed over. */
export const readRtcFoci = (members: JsonObject): readonly RtcFocus[] =>
  RTC_FOCI_KEYS.flatMap((key) => readFoci(members[key]));

/** The foci in a 200 answer of `/rtc/transports` (MSC4143). */
export const readRtcTransports = (answer: unknown): readonly RtcFocus[] =>
  isJsonObject(answer) ? readFoci(answer.rtc_transports) : [];

const readFoci = (foci: unknown): readonly RtcFocus[] =>
  Array.isArray(foci)
    ? foci.filter(isJsonObject).map(({ type, livekit_service_url }) => ({
        type: textOrNull(type),
        serviceUrl: textOrNull(livekit_service_url),
      }))
    : [];

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
