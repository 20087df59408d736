import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readVersions } from '../../src/checks/readings/versions-reading.js';

it('says what came in place of UTF-8', () => {
  const bytes = gzipSync('{"versions":["v1.11"]}');
  const reading = readVersions({ encoding: 'base64', content: bytes.toString('base64'), bytes: bytes.length });
  expect(reading).toMatchObject({
    kind: 'invalid-json',
    fault: { kind: 'not-utf8', message: 'compressed data (gzip) in place of UTF-8' },
  });
});
