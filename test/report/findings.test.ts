import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/checks/check.js';
import { fail, notApplicable, notTested, pass, type Verdict } from '../../src/checks/verdict.js';
import type { Facts } from '../../src/facts/facts.js';
import { findings, worstFirst } from '../../src/report/findings.js';
import { finding } from './finding.js';

const facts = {} as Facts;

const check = (evaluate: () => readonly Verdict[]): Check => ({
  id: 'tls/certificate-name',
  title: 'The certificate covers the required name',
  failureTitle: 'The certificate does not cover {name}',
  level: 'MUST',
  severity: 'error',
  affects: 'servers',
  spec: 'https://spec.matrix.org/v1.19/server-server-api/#tls',
  why: 'Homeservers want {name}.',
  fix: 'certbot certonly -d {name}',
  evaluate,
});

describe('findings', () => {
  it('fills the words of a failure', () => {
    const evidence = [{ label: '203.0.113.10:443', value: 'shows example.com' }];
    const verdict = fail({ subject: 'matrix.example.com', values: { name: 'matrix.example.com' }, evidence });
    expect(
      findings(
        check(() => [verdict]),
        facts,
      ),
    ).toEqual([
      {
        id: 'tls/certificate-name',
        area: 'tls',
        outcome: 'fail',
        severity: 'error',
        affects: 'servers',
        title: 'The certificate does not cover matrix.example.com',
        subject: 'matrix.example.com',
        evidence,
        because: null,
        why: 'Homeservers want matrix.example.com.',
        fix: 'certbot certonly -d matrix.example.com',
        recipe: null,
        spec: 'https://spec.matrix.org/v1.19/server-server-api/#tls',
      },
    ]);
  });

  it('has no line breaks in a fix but those of the check', () => {
    const broken = {
      ...check(() => [fail({ values: { name: 'a \r\nnginx: rm -rf /' } })]),
      fix: 'Ask {name}.\nnginx: x',
    };
    expect(findings(broken, facts)[0]?.fix).toBe('Ask a nginx: rm -rf /.\nnginx: x');
  });

  it('takes the title where nothing failed, and names what would be filled in', () => {
    const found = findings(
      check(() => [pass(), notTested('no TLS session'), notApplicable('an IP address')]),
      facts,
    );
    expect(found.map(({ outcome, title, because, fix }) => [outcome, title, because, fix])).toEqual([
      ['pass', 'The certificate covers the required name', null, 'certbot certonly -d <name>'],
      ['not-tested', 'The certificate covers the required name', 'no TLS session', 'certbot certonly -d <name>'],
      ['not-applicable', 'The certificate covers the required name', 'an IP address', 'certbot certonly -d <name>'],
    ]);
  });

  it('survives a check that throws', () => {
    const broken = check(() => {
      throw new TypeError('x is undefined');
    });
    expect(findings(broken, facts)).toMatchObject([
      { outcome: 'not-tested', because: 'internal error in this check: x is undefined' },
    ]);
  });

  it('does not take silence for consent', () => {
    expect(
      findings(
        check(() => []),
        facts,
      ),
    ).toMatchObject([{ outcome: 'not-tested', because: 'internal error in this check: it gave no verdict' }]);
  });
});

describe('worstFirst', () => {
  it('orders failures by severity, then the rest, and keeps the order within', () => {
    const unordered = [
      finding({ outcome: 'not-applicable', title: '7' }),
      finding({ outcome: 'pass', severity: 'error', title: '5' }),
      finding({ outcome: 'not-tested', title: '6' }),
      finding({ outcome: 'fail', severity: 'info', title: '4' }),
      finding({ outcome: 'fail', severity: 'warning', title: '2' }),
      finding({ outcome: 'fail', severity: 'error', title: '1' }),
      finding({ outcome: 'fail', severity: 'notice', title: '3' }),
      finding({ outcome: 'pass', severity: 'info', title: '5b' }),
      finding({ outcome: 'fail', severity: 'error', title: '1b' }),
    ];
    expect(worstFirst(unordered).map(({ title }) => title)).toEqual(['1', '1b', '2', '3', '4', '5', '5b', '6', '7']);
  });
});
