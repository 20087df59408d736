import type { ClientFacts } from '../../facts/client.js';
import type { HttpLook } from '../../facts/http.js';
import { seenValue } from '../../facts/observation.js';
import type { HeaderLines } from '../../spec/header-lines.js';

/** Answers for one URL as other origins got them. `origin` null: asked without an Origin header. */
export interface ForOtherOrigins {
  readonly url: string;
  readonly answers: readonly {
    readonly origin: string | null;
    readonly look: HttpLook;
    readonly headers: HeaderLines;
  }[];
}

/** The client file, as its last answers, and the versions of the homeserver; empty where nobody asked. */
export const forOtherOrigins = ({ fileForOthers, api }: ClientFacts): readonly ForOtherOrigins[] => {
  const file = (seenValue(fileForOthers) ?? []).map(({ origin, fetch }) => ({ origin, look: fetch.hops.at(-1) }));
  const versions = seenValue(api)?.versionsForOthers ?? [];
  return [file, versions].flatMap((asked) => {
    const answers = asked.flatMap(({ origin, look }) => {
      const response = look === undefined ? undefined : seenValue(look.response);
      return look === undefined || response?.status !== 200 ? [] : [{ origin, look, headers: response.headers }];
    });
    const [first] = answers;
    return first === undefined ? [] : [{ url: first.look.url, answers }];
  });
};
