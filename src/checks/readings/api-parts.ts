import type { Facts } from '../../facts/facts.js';
import type { HttpLook } from '../../facts/http.js';
import { listsFrom } from '../../spec/spec-version.js';
import type { ApiAsked } from '../verdicts/where-api.js';
import { type MatrixAnswer, readMatrixAnswer } from './matrix-answer.js';

/** A part of the API that a proxy may forward or not, and the answer by which that is told. */
export interface ApiPart {
  /** `/_matrix/client/v3` */
  readonly path: string;
  readonly look: HttpLook;
  readonly answer: MatrixAnswer;
  /** What people miss where it does not reach the homeserver: one sentence. */
  readonly missed: string;
}

/** The part without which nothing works. */
export const corePart = ({ api }: ApiAsked, facts: Facts): ApiPart => ({
  path: '/_matrix/client/v3',
  look: api.whoami,
  answer: readMatrixAnswer(api.whoami, facts),
  missed: 'Nobody can sign in or read messages.',
});

/** The other parts whose requests do not reach the homeserver, each once. */
export const unforwardedParts = (asked: ApiAsked, facts: Facts): readonly ApiPart[] => {
  const { api, versions } = asked;
  const part = (path: string, missed: string, ...looks: readonly HttpLook[]): readonly ApiPart[] => {
    const seen = looks.map((look) => ({ path, missed, look, answer: readMatrixAnswer(look, facts) }));
    const [first] = seen;
    return first !== undefined && seen.every(isLost) ? [first] : [];
  };
  const newer = part('/_matrix/client/v1', 'Newer parts of Matrix do not work.', api.unknownPath);
  return [
    ...newer,
    ...(newer.length === 0 && listsFrom(versions, 11)
      ? part('/_matrix/client/v1/media', 'Pictures and files are not shown.', api.mediaConfig)
      : []),
    ...part('/_matrix/media', 'Pictures and files cannot be sent.', api.oldMediaConfig),
    // Either alone may be routed by a rule of its own.
    ...part(
      '/_matrix/client/unstable',
      'Element X cannot fetch messages, and calls do not work.',
      api.rtcTransports,
      api.unstableAuthMetadata,
    ),
  ];
};

/** Whether what answers there is no homeserver. */
export const isLost = ({ answer }: Pick<ApiPart, 'answer'>): boolean =>
  answer.kind === 'foreign' || answer.kind === 'failed';

/** The part that does not reach the homeserver as a whole, and `look` with it; undefined where there is none. */
export const lostWith = (look: HttpLook, asked: ApiAsked, facts: Facts): ApiPart | undefined => {
  const core = corePart(asked, facts);
  const lost = [...(isLost(core) ? [core] : []), ...unforwardedParts(asked, facts)];
  return lost.find(({ path }) => look.url.includes(`${path}/`));
};
