import type { ClientFacts } from '../../facts/client.js';
import type { Facts } from '../../facts/facts.js';
import type { HttpLook } from '../../facts/http.js';
import { type RtcFocus, readRtcFoci, readRtcTransports } from '../../spec/rtc-foci.js';
import type { ApiAsked } from '../verdicts/where-api.js';
import { lostWith } from './api-parts.js';
import { clientFileProgress } from './client-file-progress.js';
import { isUnrecognized, type MatrixAnswer, readMatrixAnswer } from './matrix-answer.js';

/** What a client learns from `GET /rtc/transports` of MSC4143, asked without a token. */
export interface RtcTransportsAnswer {
  readonly look: HttpLook;
  readonly answer: MatrixAnswer;
  /**
   * offered: it demands a token, or lists a transport. empty: it lists none. not-offered: 404 M_UNRECOGNIZED, so that clients may look
   * into the client file. broken: anything else. unseen: it says nothing about the server, or a whole part of the API is lost.
   */
  readonly state: 'offered' | 'empty' | 'not-offered' | 'broken' | 'unseen';
}

export const rtcTransportsAnswer = (asked: ApiAsked, facts: Facts): RtcTransportsAnswer => {
  const look = asked.api.rtcTransports;
  const answer = readMatrixAnswer(look, facts);
  const stateOf = (): RtcTransportsAnswer['state'] => {
    if (answer.kind === 'unseen' || lostWith(look, asked, facts) !== undefined) return 'unseen';
    if (answer.kind === 'json') return readRtcTransports(answer.value).length > 0 ? 'offered' : 'empty';
    if (answer.kind === 'error' && answer.status === 401) return 'offered';
    return isUnrecognized(answer) ? 'not-offered' : 'broken';
  };
  return { look, answer, state: stateOf() };
};

/** The LiveKit services that the client file names. */
export const liveKitOfFile = ({ file }: ClientFacts, facts: Facts): readonly RtcFocus[] => {
  const reading = clientFileProgress(file, facts).fetched?.reading;
  return reading && 'members' in reading ? readRtcFoci(reading.members).filter(isLiveKit) : [];
};

const isLiveKit = ({ type, serviceUrl }: RtcFocus): boolean => type === 'livekit' && serviceUrl !== null;
