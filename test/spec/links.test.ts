import { expect, it } from 'vitest';
import { links } from '../../src/spec/links.js';

it.each(Object.entries(links))(
  '%s leads to a specification or a proposal, Matrix ones at a fixed version',
  (_, link) => {
    expect(link).toMatch(
      /^https:\/\/(spec\.matrix\.org\/v1\.\d+\/([a-z-]+\/)?#[a-z0-9_-]+|www\.rfc-editor\.org\/rfc\/rfc\d+\.html(#section-[\d.]+)?|fetch\.spec\.whatwg\.org\/#[a-z-]+|github\.com\/matrix-org\/matrix-spec-proposals\/pull\/\d+|www\.iana\.org\/[a-z0-9/-]+)$/,
    );
  },
);
