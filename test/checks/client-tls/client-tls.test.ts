import { describe, expect, it } from 'vitest';
import { clientTlsChecks } from '../../../src/checks/client-tls/index.js';
import type { Facts } from '../../../src/facts/facts.js';
import type { FailureReason } from '../../../src/facts/failure.js';
import { failed, seen, skipped } from '../../../src/facts/observation.js';
import type { ChainTrust } from '../../../src/facts/tls.js';
import type { CertificateRecipe } from '../../../src/lab/scenario.js';
import {
  apiFacts,
  clientFacts,
  clientFetch,
  clientFile,
  failing,
  homeserver,
  say,
  versionsFacts,
  versionsLook,
} from '../client-facts.js';
import { failure, session } from '../healthy-facts.js';

const found = (facts: Facts): readonly string[] =>
  clientTlsChecks.flatMap((check) =>
    say(check, facts)
      .filter((words) => words.startsWith('fail: '))
      .map((words) => `${check.id} ${words.slice('fail: '.length)}`),
  );

const shows = async (recipe: CertificateRecipe, trust?: ChainTrust['verdict']) =>
  versionsFacts({ connection: seen(await session(recipe, trust)) });

describe('the certificate of the homeserver', () => {
  const names = ['matrix.example.com'];

  it('is for another name', async () => {
    expect(found(await shows({ names: ['example.com'] }))).toEqual([
      'client-tls/certificate-name Clients ask matrix.example.com, but it shows a certificate for example.com',
    ]);
  });

  it('is not trusted', async () => {
    expect(found(await shows({ names }, 'self-signed'))).toEqual([
      'client-tls/certificate-trust Clients do not trust the certificate of matrix.example.com: it is self-signed',
    ]);
  });

  it('comes without its intermediate', async () => {
    expect(found(await shows({ names, chain: 'leaf' }, 'incomplete'))).toEqual([
      expect.stringMatching(
        /^client-tls\/certificate-chain matrix\.example\.com does not send the certificate of .+, which issued the one it shows$/,
      ),
    ]);
  });

  it('has expired, or soon will', async () => {
    expect(found(await shows({ names, fromDays: -93, toDays: -3 }))).toEqual([
      expect.stringMatching(
        /^client-tls\/certificate-dates Clients ask matrix\.example\.com, whose certificate expired on .+, [23] days ago$/,
      ),
    ]);
    expect(found(await shows({ names, toDays: 5 }))).toEqual([
      expect.stringMatching(
        /^client-tls\/certificate-expires-soon Clients ask matrix\.example\.com, whose certificate expires on .+, in [45] days$/,
      ),
    ]);
  });
});

describe('the certificate of the host of the client file', () => {
  it('is judged as well, each name by itself', async () => {
    const wrong = { connection: seen(await session({ names: ['www.example.com'] })) };
    const file = clientFile([clientFetch(wrong), clientFetch(wrong, '2001:db8::5')]);
    const facts = clientFacts({ file, homeserver: skipped('TLS for the client file is not in order') });
    expect(found(facts)).toEqual([
      'client-tls/certificate-name Clients ask example.com, but it shows a certificate for www.example.com',
    ]);
  });
});

describe('the TLS handshake', () => {
  const stopped = (reason: FailureReason) => ({ connection: failed(failure('tls', reason)) });

  it.each([
    [
      'not-tls',
      'handshake The TLS handshake with matrix.example.com fails: the port does not speak TLS (plain HTTP, most likely)',
      'Switch TLS on',
    ],
    [
      'sni-refused',
      'handshake The TLS handshake with matrix.example.com fails: the server refuses the name asked for in the TLS handshake (unrecognized_name)',
      'the name matrix.example.com',
    ],
    [
      'client-certificate-required',
      'handshake The TLS handshake with matrix.example.com fails: the server demands a client certificate',
      'Stop demanding client certificates',
    ],
    [
      'timeout',
      'handshake The TLS handshake with matrix.example.com fails: connected, but the TLS handshake did not finish in time',
      'See what hangs',
    ],
    ['tls-error', 'handshake The TLS handshake with matrix.example.com fails: the TLS handshake failed', 'error log'],
    ['tls-too-old', 'protocol matrix.example.com offers only TLS 1.1 or older', 'TLS 1.2 and 1.3'],
  ] as const)('%s', (reason, words, advice) => {
    const facts = versionsFacts(stopped(reason));
    expect(found(facts)).toEqual([`client-tls/${words}`]);
    const check = clientTlsChecks.find(({ id }) => `client-tls/${words}`.startsWith(`${id} `));
    expect(check && `${check.fix} ${failing(check, facts).values.advice}`).toContain(advice);
  });

  it('ends after it, in place of an answer, where a client certificate is missed', () => {
    const facts = versionsFacts({ response: failed(failure('tls', 'client-certificate-required')) });
    expect(found(facts)).toEqual([
      'client-tls/handshake The TLS handshake with matrix.example.com fails: the server demands a client certificate',
    ]);
  });

  it('fails at one address of two', () => {
    const facts = clientFacts({
      homeserver: homeserver([versionsLook(), versionsLook(stopped('not-tls'), '2001:db8::10')]),
    });
    const [handshake] = clientTlsChecks;
    expect(handshake && failing(handshake, facts)).toMatchObject({
      values: { where: '[2001:db8::10]:443' },
      evidence: [{ label: '[2001:db8::10]:443' }],
    });
  });
});

describe('TLS 1.2', () => {
  const check = clientTlsChecks.find(({ id }) => id === 'client-tls/tls-1-2');
  const saying = (facts: Facts) => (check === undefined ? [] : say(check, facts));
  const refusing = (reason: FailureReason) =>
    apiFacts({ versionsByTls12: seen(versionsLook({ connection: failed(failure('tls', reason)) })) });

  it('is offered beside TLS 1.3', () => {
    expect(saying(clientFacts())).toEqual(['pass']);
    expect(saying(refusing('tls-too-new'))).toEqual([
      'fail: matrix.example.com offers clients TLS 1.3 and nothing older',
    ]);
  });

  it('is not judged by other failures', () => {
    expect(saying(refusing('timeout'))).toEqual([
      'not-tested: connected, but the TLS handshake did not finish in time',
    ]);
  });

  it('is offered where TLS 1.3 is not', async () => {
    const versionsByTls12 = skipped('the server speaks no TLS 1.3 anyway');
    const old = { ...(await session({ names: ['matrix.example.com'] })), protocol: 'TLSv1.2' };
    expect(saying(apiFacts({ versionsByTls12, whoami: versionsLook({ connection: seen(old) }) }))).toEqual(['pass']);
    expect(saying(apiFacts({ versionsByTls12 }))).toEqual(['not-tested: the server speaks no TLS 1.3 anyway']);
  });
});
