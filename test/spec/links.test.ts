import { expect, it } from 'vitest';
import { links } from '../../src/spec/links.js';

it.each(Object.entries(links))('%s leads to a specification, Matrix ones at a fixed version', (_, link) => {
  expect(link).toMatch(
    /^https:\/\/(spec\.matrix\.org\/v1\.\d+\/([a-z-]+\/)?#[a-z0-9_-]+|www\.rfc-editor\.org\/rfc\/rfc\d+\.html(#section-[\d.]+)?|fetch\.spec\.whatwg\.org\/#[a-z-]+|www\.iana\.org\/[a-z0-9/-]+)$/,
  );
});
