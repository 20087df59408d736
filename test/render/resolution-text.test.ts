import { describe, expect, it } from 'vitest';
import { renderResolution } from '../../src/render/resolution-text.js';
import type { ResolutionReport } from '../../src/report/resolution-report.js';
import { reportFixture } from './report-fixture.js';

const { federation, schemaVersion, tool, observedAt, durationMs, input, serverName } = reportFixture;
const { step, walk, wellKnown, srv } = federation;
const resolution: ResolutionReport = {
  ...{ schemaVersion, tool, observedAt, durationMs, input, serverName, step, walk, wellKnown, srv },
  destinations: federation.destinations,
  because: null,
  blind: false,
};
const options = { width: 100, unicode: false, colour: false, verbose: false };

describe('renderResolution', () => {
  it('shows the walk and where it leads, and judges nothing', () => {
    expect(renderResolution({ ...resolution, srv: [] }, options)).toMatchInlineSnapshot(`
      "example.com (from "https://example.com/")

      How other servers get there
        1        an IP address?              no
        2        a port in the name?         no
        3        .well-known/matrix/server   200 at 203.0.113.5 and 2001:db8::5, kept 24 h ->
                                             matrix.example.com:443
        3.1      it names an IP address?     no
        3.2      it names a port?            port 443 of matrix.example.com -> 2 addresses
        3.3-3.5  not consulted: the well-known names a port
        4-6      not consulted: the well-known file is valid

      Destinations, in the order of use
        203.0.113.10:443
          Host: matrix.example.com:443, SNI: matrix.example.com, certificate for matrix.example.com
        [2001:db8::10]:443
          Host: matrix.example.com:443, SNI: matrix.example.com, certificate for matrix.example.com
      "
    `);
  });

  it('stacks in a narrow terminal', () => {
    const text = renderResolution(resolution, { ...options, width: 40 });
    expect(text).toContain(
      '\n  203.0.113.10:443\n    Host: matrix.example.com:443, SNI:\n    matrix.example.com, certificate for\n',
    );
  });

  it('says why there are none, and whether that is the server or this machine', () => {
    const none = { ...resolution, destinations: [], because: 'example.com has no address (NXDOMAIN)' };
    expect(renderResolution(none, options)).toMatch(
      /\n\nx No destinations: example\.com has no address \(NXDOMAIN\)\n$/,
    );
    expect(renderResolution({ ...none, blind: true }, options)).toMatch(/\n\n\? No destinations: /);
  });
});
