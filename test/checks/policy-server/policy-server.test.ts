import { describe, expect, it } from 'vitest';
import { fileJson } from '../../../src/checks/policy-server/file-json.js';
import { policyServerChecks } from '../../../src/checks/policy-server/index.js';
import { publicKey } from '../../../src/checks/policy-server/public-key.js';
import { readableByWebClients } from '../../../src/checks/policy-server/readable-by-web-clients.js';
import { clientFacts, policyServerFile, say } from '../client-facts.js';
import { type Answer, refused } from '../healthy-facts.js';

const KEY = 'A'.repeat(43);
const answering = (answer: Answer) => clientFacts({ policyServer: policyServerFile(answer) });
const all = (answer: Answer) => policyServerChecks.flatMap((check) => say(check, answering(answer)));

describe('the policy server file', () => {
  it('is fine', () => {
    expect(all({ json: { public_keys: { ed25519: KEY } } })).toEqual(['pass', 'pass', 'pass']);
  });

  it.each<[string, Answer]>([
    ['404', { status: 404, text: '' }],
    ['a web page of the site', { text: '<!DOCTYPE html>' }],
    ['nothing', { text: '' }],
    ['a text of the site', { text: 'Not found' }],
    ['an error in JSON', { json: { error: 'not found' } }],
    ['the client file', { json: { 'm.homeserver': { base_url: 'https://matrix.example.com' } } }],
    ['403', { status: 403, text: '' }],
  ])('need not be there: %s', (_name, answer) => {
    for (const words of all(answer)) {
      expect(words).toMatch(/^(not-applicable: there is no policy server file|not-tested: .* cannot be fetched)$/);
    }
  });

  it('is not judged where nothing answers', () => {
    expect(new Set(all(refused))).toEqual(
      new Set(['not-tested: https://example.com/.well-known/matrix/policy_server cannot be fetched']),
    );
  });

  it('is not JSON, or has no key', () => {
    expect(say(fileJson, answering({ text: '{"public_keys":' }))).toEqual([
      expect.stringMatching(/^fail: The policy server file is not JSON: the end of the text/),
    ]);
    expect(say(publicKey, answering({ text: '{"public_keys":' }))).toEqual([
      'not-tested: the policy server file is not JSON',
    ]);
    expect(say(publicKey, answering({ json: { public_keys: {} } }))).toEqual([
      'fail: The policy server file has no usable ed25519 key: public_keys has no ed25519',
    ]);
  });

  it('cannot be read by web clients', () => {
    const headers = [['Content-Type', 'application/json']] as const;
    expect(say(readableByWebClients, answering({ headers, json: { public_keys: { ed25519: KEY } } }))).toEqual([
      'fail: Web clients may not read the policy server file: no Access-Control-Allow-Origin',
    ]);
  });
});
