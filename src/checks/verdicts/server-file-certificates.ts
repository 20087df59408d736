import type { Facts } from '../../facts/facts.js';
import type { HttpLook } from '../../facts/http.js';
import type { Check } from '../check.js';
import { notApplicable, type Verdict } from '../verdict.js';
import { whereServerFile } from './where-server-file.js';

/** Judges the certificates of every host on the way to the server file, redirects included, at every address. */
export const serverFileCertificates = (
  judge: (looks: readonly HttpLook[], facts: Facts) => readonly Verdict[],
): Check['evaluate'] =>
  whereServerFile(({ file, fetches }, facts) => {
    const looks = fetches.flatMap(({ fetch }) => fetch.hops);
    return looks.length === 0 ? [notApplicable(`nothing was asked of ${file.host.host}`)] : judge(looks, facts);
  });
