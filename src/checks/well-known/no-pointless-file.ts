import { seenValue } from '../../facts/observation.js';
import { decidingFetch, readServerFileFetches } from '../../facts/well-known-state.js';
import { quoted } from '../../facts/words/quoted.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notApplicable, pass } from '../verdict.js';
import { whereSurveySeen } from '../verdicts/where-survey-seen.js';
import { serverNameOf } from '../words/server-name-of.js';

export const noPointlessFile = {
  id: 'well-known/no-pointless-file',
  title: 'There is no well-known file that no server reads',
  failureTitle: 'No server reads {url}, since {name} {reason}',
  level: 'MUST',
  severity: 'notice',
  affects: 'servers',
  spec: links.resolution,
  why: 'The file delegates to {delegate}, but for {name} servers go straight to the address. If your users are really @user:{host}, you have checked the wrong name.',
  fix: 'If the server name (the part behind the colon of user IDs) is {host}, check {host}. If it is {name}, remove the file or leave it: it changes nothing.',
  evaluate: whereSurveySeen(({ pointlessServerFile }, _federation, facts) => {
    if (pointlessServerFile.kind === 'skipped') return [notApplicable(pointlessServerFile.because)];
    const file = seenValue(pointlessServerFile);
    const deciding = file === undefined ? undefined : decidingFetch(readServerFileFetches(file, facts.observedAt));
    if (file === undefined || deciding?.reading?.kind !== 'delegates') return [pass()];
    const { reading } = facts.input;
    return [
      fail({
        values: {
          url: file.url,
          host: file.host.host,
          name: serverNameOf(facts),
          reason: reading.kind === 'valid' && reading.serverName.kind === 'dns' ? 'has a port' : 'is an IP address',
          delegate: quoted(deciding.reading.mServer),
        },
        evidence: [{ label: file.url, value: `m.server is ${quoted(deciding.reading.mServer)}` }],
      }),
    ];
  }),
} as const satisfies Check;
