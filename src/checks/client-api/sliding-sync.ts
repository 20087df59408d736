import { isJsonObject, jsonKind } from '../../spec/json.js';
import { links } from '../../spec/links.js';
import { listsFrom, NEWEST_MINOR_VERSION } from '../../spec/spec-version.js';
import type { Check } from '../check.js';
import { fail, notTested, pass } from '../verdict.js';
import { whereVersionsListed } from '../verdicts/where-versions-listed.js';
import { placeOf } from '../words/place.js';

export const slidingSync = {
  id: 'client-api/sliding-sync',
  title: 'The homeserver offers sliding sync, which Element X needs',
  failureTitle: 'The homeserver does not offer sliding sync: {found}',
  level: 'advice',
  severity: 'warning',
  affects: 'strict-clients',
  spec: links.simplifiedSlidingSync,
  why: 'Element X fetches messages by simplified sliding sync alone, and says at sign-in that the server does not support it unless unstable_features has org.matrix.simplified_msc3575 with the value true. Other clients do not need it.',
  fix: 'Update the homeserver: Synapse has it since 1.114, Continuwuity, Tuwunel and their kin have it too. Dendrite has none, so Element X cannot be used there. If the homeserver has it, let {url} come from the homeserver itself.',
  evaluate: whereVersionsListed(({ versions, unstableFeatures: features, look }) => {
    if (features !== undefined && !isJsonObject(features))
      return [notTested(`unstable_features is ${jsonKind(features)}`)];
    const flag = isJsonObject(features) ? features[FLAG] : undefined;
    if (flag === true) return [pass()];
    if (flag !== undefined && typeof flag !== 'boolean') return [notTested(`${FLAG} is ${jsonKind(flag)}`)];
    // It is accepted for the specification, and need not be called unstable in a later version.
    if (listsFrom(versions, NEWEST_MINOR_VERSION + 1))
      return [
        notTested(
          `the homeserver lists a version after v1.${NEWEST_MINOR_VERSION}, in which sliding sync may need no flag`,
        ),
      ];
    const found = flag === undefined ? `no ${FLAG} among its unstable_features` : `${FLAG} is false`;
    return [fail({ values: { found, url: look.url }, evidence: [{ label: placeOf(look), value: found }] })];
  }),
} as const satisfies Check;

const FLAG = 'org.matrix.simplified_msc3575';
