import { quoted } from '../../facts/words/quoted.js';
import { isJsonObject, jsonKind } from '../../spec/json.js';
import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { fail, notApplicable, pass } from '../verdict.js';
import { whereVersionsListed } from '../verdicts/where-versions-listed.js';
import { placeOf } from '../words/place.js';

export const unstableFeatures = {
  id: 'client-api/unstable-features',
  title: 'unstable_features is an object of true and false',
  failureTitle: 'unstable_features is not an object of true and false: {found}',
  level: 'MUST',
  severity: 'error',
  affects: 'strict-clients',
  spec: links.versions,
  why: 'Element X and FluffyChat cannot read the answer then and do not let people sign in. Element Web looks at single features only and does not mind.',
  fix: 'Write true or false, without quotes, for each feature that {url} lists. It is the homeserver, a module of it, or a proxy that changes the answer.',
  evaluate: whereVersionsListed(({ unstableFeatures: features, look }) => {
    if (features === undefined) return [notApplicable('the homeserver lists no unstable_features')];
    const found = faultOf(features);
    if (found === null) return [pass()];
    return [fail({ values: { found, url: look.url }, evidence: [{ label: placeOf(look), value: found }] })];
  }),
} as const satisfies Check;

const faultOf = (features: unknown): string | null => {
  if (!isJsonObject(features)) return `it is ${jsonKind(features)}`;
  const odd = Object.entries(features).find(([, value]) => typeof value !== 'boolean');
  return odd === undefined ? null : `${quoted(odd[0])} is ${jsonKind(odd[1])}`;
};
