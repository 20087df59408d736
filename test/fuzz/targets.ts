import type { FuzzTarget } from './target.js';
import { answersTarget } from './targets/answers.js';
import { certificatesTarget } from './targets/certificates.js';
import { dnsTarget } from './targets/dns.js';
import { factsTarget } from './targets/facts.js';
import { filesTarget } from './targets/files.js';
import { headersTarget } from './targets/headers.js';
import { namesTarget } from './targets/names.js';
import { urlsTarget } from './targets/urls.js';

/** Everything that reads what strangers send, by name; some make what they change first, which takes a moment. */
export const TARGETS: Readonly<Record<string, () => Promise<FuzzTarget>>> = {
  dns: async () => dnsTarget,
  names: async () => namesTarget,
  headers: async () => headersTarget,
  files: async () => filesTarget,
  answers: async () => answersTarget,
  urls: async () => urlsTarget,
  certificates: certificatesTarget,
  facts: factsTarget,
};
