import { shownUrl } from '../../facts/words/shown-url.js';
import { links } from '../../spec/links.js';
import { hostAndPort } from '../../spec/server-name.js';
import type { BaseUrl } from '../../spec/well-known-client.js';
import type { Check } from '../check.js';
import { fail, pass } from '../verdict.js';
import { whereBaseUrl } from '../verdicts/where-client-file-found.js';

export const baseUrlHostPlain = {
  id: 'client/base-url-host-plain',
  title: 'The host of the base URL has no character that some clients refuse',
  failureTitle: 'The base URL {written} has {oddity} in its host',
  level: 'advice',
  severity: 'warning',
  affects: 'clients',
  spec: links.wellKnownUris,
  why: 'Browsers, and so Element Web, take such a host. Other clients may not: some libraries refuse it, or ask DNS for a name that does not exist.',
  fix: '{advice}',
  usualFix:
    'Write a host name with an underscore or letters outside of ASCII in another way: without the underscore, and as DNS has it (punycode).',
  evaluate: whereBaseUrl(({ baseUrl }, { last }) => {
    const oddity = ODDITIES.find(([name]) => baseUrl.oddities.includes(name));
    if (oddity === undefined) return [pass()];
    const [, words, adviceOn] = oddity;
    const written = shownUrl(baseUrl.written);
    return [
      fail({
        values: { written, oddity: words, advice: adviceOn(baseUrl) },
        evidence: [{ label: last.url, value: `base URL ${written}` }],
      }),
    ];
  }),
} as const satisfies Check;

const ODDITIES: readonly (readonly [BaseUrl['oddities'][number], string, (baseUrl: BaseUrl) => string])[] = [
  [
    'underscore-in-host',
    'an underscore',
    ({ host }) =>
      `Give the homeserver a host name without "_", such as ${host.replaceAll('_', '-')}, with a certificate of its own, and name that in base_url. For a name with "_", no public authority gives a certificate other than a wildcard.`,
  ],
  [
    'non-ascii-host',
    'a letter outside of ASCII',
    ({ scheme, host, port, path }) =>
      `Write the name as DNS has it (punycode): "base_url": "${scheme}://${port === (scheme === 'https' ? 443 : 80) ? host : hostAndPort(host, port)}${path}".`,
  ],
];
