import type { FederationFacts, SrvLook, SrvService } from '../../facts/federation.js';

/** The SRV look that gave the destinations (steps 3.3, 3.4, 4, 5); undefined where none did. */
export const usedSrv = (federation: FederationFacts): SrvLook | undefined => {
  const service = serviceOfStep(federation);
  return service === undefined ? undefined : federation.srv.find((look) => look.service === service);
};

const serviceOfStep = ({ step }: FederationFacts): SrvService | undefined => {
  if (step === '3.3' || step === '4') return 'matrix-fed';
  return step === '3.4' || step === '5' ? 'matrix' : undefined;
};
