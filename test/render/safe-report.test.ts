import { describe, expect, it } from 'vitest';
import { safeReport } from '../../src/render/safe-report.js';
import { renderText } from '../../src/render/text.js';
import { finding } from '../report/finding.js';
import { reportFixture } from './report-fixture.js';

const report = {
  ...reportFixture,
  findings: [
    finding({ outcome: 'fail', title: 'a\nb', fix: 'Send it\u001b[31m.\nnginx: add_header;\n  Caddy: header' }),
  ],
};

describe('safeReport', () => {
  it('keeps line breaks only where a fix has them', () => {
    const [safe] = safeReport(report).findings;
    expect(safe?.title).toBe('a\\u{a}b');
    expect(safe?.fix).toBe('Send it\\u{1b}[31m.\nnginx: add_header;\n  Caddy: header');
  });

  it('puts each line of a fix below the other', () => {
    const text = renderText(report, { width: 80, unicode: false, colour: false, verbose: false });
    expect(text).toContain(
      ['    Fix     Send it\\u{1b}[31m.', 'nginx: add_header;', '  Caddy: header'].join(`\n${' '.repeat(12)}`),
    );
  });
});
