import type { Facts } from '../../facts/facts.js';
import type { HttpLook } from '../../facts/http.js';
import { type AuthMetadataFault, readAuthMetadata } from '../../spec/auth-metadata.js';
import { type LoginFlowsReading, readLoginFlows } from '../../spec/login-flows.js';
import { listsFrom } from '../../spec/spec-version.js';
import type { ApiAsked } from '../verdicts/where-api.js';
import { corePart, isLost, lostWith } from './api-parts.js';
import { isUnrecognized, type MatrixAnswer, readMatrixAnswer } from './matrix-answer.js';

/** What came of `GET /v3/login`. */
export interface LoginAnswer {
  readonly look: HttpLook;
  readonly answer: MatrixAnswer;
  /**
   * flows: it lists them, whatever their shape. not-offered: 404 M_UNRECOGNIZED, as a server says that signs people in by OAuth 2.0 only.
   * broken: no answer that a client can use. unseen: it says nothing about the server, or a whole part of the API is lost.
   */
  readonly state: 'flows' | 'not-offered' | 'broken' | 'unseen';
  readonly flows: LoginFlowsReading | null;
}

/** What came of one of the two paths of `auth_metadata`. */
export interface AuthMetadataAnswer {
  readonly look: HttpLook;
  readonly answer: MatrixAnswer;
  readonly stable: boolean;
  /**
   * offered: 200 and an object, complete or not. not-offered: 404 M_UNRECOGNIZED. refused: another "no". broken: a server error, no answer, or
   * 200 with something else. unseen: as for `LoginAnswer`.
   */
  readonly state: 'offered' | 'not-offered' | 'refused' | 'broken' | 'unseen';
  readonly issuer: string | null;
  readonly faults: readonly AuthMetadataFault[];
}

export const loginAnswer = (asked: ApiAsked, facts: Facts): LoginAnswer => {
  const look = asked.api.login;
  const answer = readMatrixAnswer(look, facts);
  const flows = answer.kind === 'json' ? readLoginFlows(answer.value) : null;
  const stateOf = (): LoginAnswer['state'] => {
    if (answer.kind === 'unseen' || isLost(corePart(asked, facts))) return 'unseen';
    if (flows?.kind === 'flows') return 'flows';
    return isUnrecognized(answer) && answer.kind === 'error' && answer.status !== 405 ? 'not-offered' : 'broken';
  };
  return { look, answer, state: stateOf(), flows };
};

/**
 * The answers that clients look at. matrix-js-sdk asks the stable path; Ruma does so only of servers that list v1.15, and asks the unstable one of
 * others.
 */
export const askedAuthMetadata = (asked: ApiAsked, facts: Facts): readonly AuthMetadataAnswer[] => {
  const [stable, unstable] = bothAuthMetadata(asked, facts);
  return listsFrom(asked.versions, 15) ? [stable] : [stable, unstable];
};

/** Of the stable path, and of the unstable one. */
export const bothAuthMetadata = (
  asked: ApiAsked,
  facts: Facts,
): readonly [stable: AuthMetadataAnswer, unstable: AuthMetadataAnswer] => [
  authMetadataAnswer(asked.api.authMetadata, true, asked, facts),
  authMetadataAnswer(asked.api.unstableAuthMetadata, false, asked, facts),
];

const authMetadataAnswer = (look: HttpLook, stable: boolean, asked: ApiAsked, facts: Facts): AuthMetadataAnswer => {
  const answer = readMatrixAnswer(look, facts);
  const metadata = answer.kind === 'json' ? readAuthMetadata(answer.value) : null;
  const isObject = metadata?.kind === 'metadata';
  const stateOf = (): AuthMetadataAnswer['state'] => {
    if (answer.kind === 'unseen' || isLost(corePart(asked, facts))) return 'unseen';
    if (isObject) return 'offered';
    if (isUnrecognized(answer)) return 'not-offered';
    const status = 'status' in answer ? answer.status : 200;
    if (answer.kind === 'failed' || status === 200 || status >= 500) return 'broken';
    return lostWith(look, asked, facts) === undefined ? 'refused' : 'unseen';
  };
  return {
    look,
    answer,
    stable,
    state: stateOf(),
    issuer: isObject ? metadata.issuer : null,
    faults: isObject ? metadata.faults : [],
  };
};
