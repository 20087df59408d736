import { links } from '../../spec/links.js';
import type { Check } from '../check.js';
import { notApplicable } from '../verdict.js';
import { serverNameVerdicts } from '../verdicts/server-name-verdicts.js';

export const singleLabel = {
  id: 'server-name/single-label',
  title: 'The server name has a domain',
  failureTitle: 'The server name {name} has no dot in it, so the public DNS does not know it',
  level: 'advice',
  severity: 'warning',
  affects: 'everyone',
  spec: links.serverName,
  why: 'A name of one label means something on one machine or in one network only. No other server can find it, and no public certificate authority gives a certificate for it.',
  fix: 'Use a name below a domain that you own, such as matrix.example.com. For a server that shall stay inside of one network, say so with --allow-private.',
  evaluate: (facts) =>
    facts.setting.allowPrivate
      ? [notApplicable('internal names are meant to be so (--allow-private)')]
      : serverNameVerdicts(facts, 'single-label'),
} as const satisfies Check;
