import { isJsonObject, jsonKind } from './json.js';

/** What a 200 answer of `GET /_matrix/client/v3/login` says (Client-Server specification, "Login"). */
export type LoginFlowsReading =
  /** `found`: "it is an array", "it has no flows", "flows is an object". */
  | { readonly kind: 'wrong-shape'; readonly found: string }
  | {
      readonly kind: 'flows';
      /** Of the flows that can be read, in their order, each once. */
      readonly types: readonly string[];
      /** What strict clients refuse: "flow 2 is a string", "flow 1 has no string type", "identity provider 1 of m.login.sso has no string name". */
      readonly faults: readonly string[];
    };

export const readLoginFlows = (value: unknown): LoginFlowsReading => {
  if (!isJsonObject(value)) return { kind: 'wrong-shape', found: `it is ${jsonKind(value)}` };
  const { flows } = value;
  if (flows === undefined) return { kind: 'wrong-shape', found: 'it has no flows' };
  if (!Array.isArray(flows)) return { kind: 'wrong-shape', found: `flows is ${jsonKind(flows)}` };
  const types = flows.flatMap((flow: unknown) =>
    isJsonObject(flow) && typeof flow.type === 'string' ? [flow.type] : [],
  );
  return { kind: 'flows', types: [...new Set(types)], faults: flows.flatMap(flowFaults) };
};

const flowFaults = (flow: unknown, index: number): readonly string[] => {
  if (!isJsonObject(flow)) return [`flow ${index + 1} is ${jsonKind(flow)}`];
  if (typeof flow.type !== 'string') return [`flow ${index + 1} has no string type`];
  return flow.type === 'm.login.sso' ? providerFaults(flow.identity_providers) : [];
};

/** `identity_providers` may be missing; each of them needs an `id` and a `name`. */
const providerFaults = (providers: unknown): readonly string[] => {
  if (providers === undefined) return [];
  if (!Array.isArray(providers)) return [`identity_providers of m.login.sso is ${jsonKind(providers)}`];
  return providers.flatMap((provider: unknown, index) => {
    const which = `identity provider ${index + 1} of m.login.sso`;
    if (!isJsonObject(provider)) return [`${which} is ${jsonKind(provider)}`];
    return ['id', 'name']
      .filter((member) => typeof provider[member] !== 'string')
      .map((member) => `${which} has no string ${member}`);
  });
};
