import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTrustStore, TrustStoreError } from '../../src/net/trust.js';
import { type CertificateFamily, certificateFamily } from './certificate-family.js';

const folder = mkdtempSync(join(tmpdir(), 'trust-'));
afterAll(() => rmSync(folder, { recursive: true }));

let family: CertificateFamily;
beforeAll(async () => {
  family = await certificateFamily();
});

const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const NODE = { source: 'node', certificates: rootCertificates.length };

describe('the trust store', () => {
  it('is what Node has and what the system has, each certificate once', () => {
    const bundle = file('bundle.pem', `# comment\n${family.root.pem}\n\n${rootCertificates[0]}\nand more text\n`);
    const store = loadTrustStore({ env: {}, systemBundles: [join(folder, 'missing'), file('empty.pem', ''), bundle] });
    expect(store.facts.sources).toEqual([NODE, { source: bundle, certificates: 2 }]);
    expect(store.certificates).toHaveLength(rootCertificates.length + 1);
  });

  it('is only what Node has where the system has none', () => {
    const store = loadTrustStore({ env: {}, systemBundles: [join(folder, 'missing')] });
    expect(store.facts.sources).toEqual([NODE]);
    expect(store.certificates).toHaveLength(rootCertificates.length);
  });

  it('takes SSL_CERT_FILE in place of the bundle, and adds NODE_EXTRA_CA_CERTS and the given files', () => {
    const ssl = file('ssl.pem', family.root.pem);
    const extra = file('extra.pem', family.stranger.pem.replaceAll('\n', '\r\n'));
    const ca = file('ca.pem', `${family.self.pem}\n${family.root.pem}`);
    const store = loadTrustStore({
      env: { SSL_CERT_FILE: ssl, NODE_EXTRA_CA_CERTS: extra },
      caFiles: [ca],
      systemBundles: [file('unused.pem', family.intermediate.pem)],
    });
    expect(store.facts.sources).toEqual([
      NODE,
      { source: ssl, certificates: 1 },
      { source: extra, certificates: 1 },
      { source: ca, certificates: 2 },
    ]);
    expect(store.certificates).toHaveLength(rootCertificates.length + 3);
  });

  it('passes over a file that a variable names and nobody can read, but lists it', () => {
    const missing = join(folder, 'missing.pem');
    const store = loadTrustStore({ env: { SSL_CERT_FILE: missing, NODE_EXTRA_CA_CERTS: folder }, systemBundles: [] });
    expect(store.facts.sources).toEqual([
      NODE,
      { source: missing, certificates: 0 },
      { source: folder, certificates: 0 },
    ]);
  });

  it('passes over broken certificates in a file that the system or a variable names', () => {
    const pem = `${family.self.pem.replace(/\n.{64}\n/, '\n')}\n${family.root.pem}`;
    const bundle = file('broken-bundle.pem', pem);
    const store = loadTrustStore({ env: { NODE_EXTRA_CA_CERTS: bundle }, systemBundles: [bundle] });
    expect(store.facts.sources).toEqual([
      NODE,
      { source: bundle, certificates: 1 },
      { source: bundle, certificates: 1 },
    ]);
    expect(store.certificates).toHaveLength(rootCertificates.length + 1);
  });

  it('of this machine can be loaded', () => {
    expect(loadTrustStore({}).certificates.length).toBeGreaterThanOrEqual(rootCertificates.length);
  });
});

describe('a bad CA file', () => {
  it.each([
    [
      'that is missing',
      () => join(folder, 'nowhere.pem'),
      /^cannot read the CA file .*nowhere\.pem: there is no such file$/,
    ],
    ['that is a folder', () => folder, /it is a directory$/],
    ['without a certificate', () => file('text.pem', 'hello'), /expected a PEM file with at least one certificate$/],
    ['with only a key', () => file('key.pem', family.root.key), /expected a PEM file with at least one certificate$/],
    [
      'with a broken certificate',
      () => file('broken.pem', `${family.root.pem}\n${family.self.pem.replace(/\n.{64}\n/, '\n')}`),
      /^certificate 2 in the CA file .* cannot be read$/,
    ],
  ])('%s is an error with a clear text', (_what, path, message) => {
    const load = () => loadTrustStore({ env: {}, caFiles: [path()], systemBundles: [] });
    expect(load).toThrow(TrustStoreError);
    expect(load).toThrow(message);
  });
});
