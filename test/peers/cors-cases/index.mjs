import { answers } from './answers.mjs';
import { preflights } from './preflights.mjs';
import { redirects } from './redirects.mjs';

export const cases = [...answers, ...preflights, ...redirects];

const names = cases.map(({ name }) => name);
const twice = names.filter((name, index) => names.indexOf(name) !== index);
if (twice.length > 0) throw new Error(`two cases by the name of ${twice.join(', ')}`);
