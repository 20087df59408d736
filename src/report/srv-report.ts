import type { FederationFacts, SrvLook, SrvService, StepId } from '../facts/federation.js';
import type { SurveyFacts } from '../facts/survey.js';
import type { SrvReport } from './report.js';

/** Every SRV record that was seen, those of the walk first; `used` where destinations came from it. */
export const srvReport = (federation: FederationFacts, survey: SurveyFacts | undefined): readonly SrvReport[] => [
  ...records(federation.srv, usedService(federation.step)),
  ...records(survey?.hiddenSrv ?? [], null),
];

const records = (looks: readonly SrvLook[], used: SrvService | null): readonly SrvReport[] =>
  looks.flatMap(({ service, owner, targets }) =>
    targets.map(({ target, port, priority, weight, addresses }) => ({
      service,
      owner,
      target,
      port,
      priority,
      weight,
      used: service === used && addresses !== null && addresses.addresses.length > 0,
    })),
  );

const usedService = (step: StepId | null): SrvService | null => {
  if (step === '3.3' || step === '4') return 'matrix-fed';
  return step === '3.4' || step === '5' ? 'matrix' : null;
};
