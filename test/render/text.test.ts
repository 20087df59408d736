import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderers } from '../../src/render/index.js';
import { renderText } from '../../src/render/text.js';
import type { Finding, Report } from '../../src/report/report.js';
import { finding } from '../report/finding.js';
import { reportFixture } from './report-fixture.js';

/** What stands before the text of a line, at most. */
const LABELS = 12;

const plain = { width: 80, unicode: true, colour: false, verbose: false };

describe('renderText', () => {
  it('praises no support file that was not asked for', () => {
    const support = { outcome: 'unknown', contacts: [], supportPage: 'https://example.com/support' } as const;
    expect(renderText({ ...reportFixture, support }, plain)).toContain('\n? Support     unknown  not asked for\n');
  });

  it('reads from the verdict to the details', () => {
    expect(renderText(reportFixture, plain)).toMatchInlineSnapshot(`
      "example.com (from "https://example.com/")

      ✗ Federation  failed   other servers do not get through: the certificate does
                             not cover matrix.example.com
      ! Clients     warning  clients find https://matrix.example.com, but one address
                             is slow
      ✓ Support     ok       @admin:example.com

      ✗ error: The certificate does not cover matrix.example.com  tls/certificate-name
          Seen    203.0.113.10:443: shows example.com, www.example.com (Example CA,
                  until 2027-01-12)
          Affects other servers
          Why     Delegation by .well-known moves the required name to the delegated
                  host (step 3.2). Every homeserver refuses another one.
          Fix     Get a certificate that names matrix.example.com and serve it there:
                  certbot certonly -d matrix.example.com
          Spec    https://spec.matrix.org/v1.19/server-server-api/#tls

      ! warning: The homeserver answers clients slowly (203.0.113.10:443)
          Affects other servers
          Why     People wait.
          Fix     Look at the load of the machine.
          Spec    https://spec.matrix.org/v1.19/server-server-api/#tls
          Check   client-api/fast

      How other servers get there
        1        an IP address?              no
        2        a port in the name?         no
        3        .well-known/matrix/server   200 at 203.0.113.5 and 2001:db8::5, kept
                                             24 h -> matrix.example.com:443
        3.1      it names an IP address?     no
        3.2      it names a port?            port 443 of matrix.example.com -> 2
                                             addresses
        3.3-3.5  not consulted: the well-known names a port
        4-6      not consulted: the well-known file is valid

      SRV records
        _matrix-fed._tcp.example.com  10 5 8448 old.example.com  not used

      Destinations, asked as Host: matrix.example.com:443
        ✗ 203.0.113.10:443
          certificate for another name, TLS 1.3, Synapse 1.163.2, 36 ms
        ✗ [2001:db8::10]:443
          connection refused

      Looked with --connect-to matrix.example.com:443:203.0.113.10:443.

      Not tested
        ? keys/self-signed: no TLS session that a homeserver would accept with
          203.0.113.10:443

      ✓ passed: srv 1

      1 passed, 1 error, 1 warning, 1 not tested, 1 does not apply; 0.4 s
      "
    `);
  });

  it('stacks what does not fit beside each other, in ASCII', () => {
    expect(renderText(reportFixture, { ...plain, width: 40, unicode: false })).toMatchInlineSnapshot(`
      "example.com (from
      "https://example.com/")

      x Federation: failed
        other servers do not get through: the
        certificate does not cover
        matrix.example.com
      ! Clients: warning
        clients find
        https://matrix.example.com, but one
        address is slow
      + Support: ok
        @admin:example.com

      x error: The certificate does not cover
               matrix.example.com
        Seen  203.0.113.10:443: shows
              example.com, www.example.com
              (Example CA, until 2027-01-12)
        Affects other servers
        Why   Delegation by .well-known moves
              the required name to the
              delegated host (step 3.2). Every
              homeserver refuses another one.
        Fix   Get a certificate that names
              matrix.example.com and serve it
              there: certbot certonly -d
              matrix.example.com
        Spec  https://spec.matrix.org/v1.19/server-server-api/#tls
        Check tls/certificate-name

      ! warning: The homeserver answers
                 clients slowly
                 (203.0.113.10:443)
        Affects other servers
        Why   People wait.
        Fix   Look at the load of the machine.
        Spec  https://spec.matrix.org/v1.19/server-server-api/#tls
        Check client-api/fast

      How other servers get there
        1        an IP address?  no
        2        a port in the name?  no
        3        .well-known/matrix/server
                 200 at 203.0.113.5 and
                 2001:db8::5, kept 24 h ->
                 matrix.example.com:443
        3.1      it names an IP address?  no
        3.2      it names a port?
                 port 443 of
                 matrix.example.com -> 2
                 addresses
        3.3-3.5  not consulted: the well-known
                 names a port
        4-6      not consulted: the well-known
                 file is valid

      SRV records
        _matrix-fed._tcp.example.com
          10 5 8448 old.example.com, not used

      Destinations, asked as Host:
      matrix.example.com:443
        x 203.0.113.10:443
          certificate for another name, TLS
          1.3, Synapse 1.163.2, 36 ms
        x [2001:db8::10]:443
          connection refused

      Looked with --connect-to
      matrix.example.com:443:203.0.113.10:443.

      Not tested
        ? keys/self-signed: no TLS session
          that a homeserver would accept with
          203.0.113.10:443

      + passed: srv 1

      1 passed, 1 error, 1 warning, 1 not
      tested, 1 does not apply; 0.4 s
      "
    `);
  });

  it('shows everything with -v', () => {
    const text = renderText(reportFixture, { ...plain, width: 100, verbose: true });
    expect(text).toContain('  3.4      SRV _matrix._tcp (old)      not consulted: the well-known names a port\n');
    expect(text).toContain('TLS 1.3, Synapse 1.163.2, dns 2 ms, tcp 4 ms, tls 11 ms, http 20');
    expect(text).toContain('  \u2713 No SRV record is hidden  srv/unused\n      example.com: has none\n');
    expect(text).toContain('  \u00b7 dns/ipv6: the server name is an IPv4 address\n');
    expect(text).toContain('Looked at 2026-11-23T08:00:00.000Z by matrix-discovery 0.1.0, DNS resolver 192.0.2.53:53.');
    expect(text).toContain('Root certificates: 146 of node.');
  });

  it('says the same in colour', () => {
    const coloured = renderText(reportFixture, { ...plain, colour: true });
    expect(coloured).toContain('\u001b[31m\u2717\u001b[0m \u001b[31merror\u001b[0m: The certificate');
    // biome-ignore lint/complexity/useRegexLiterals: an escape character has no place in a literal.
    expect(coloured.replace(new RegExp('\u001b\\[\\d+m', 'g'), '')).toBe(renderText(reportFixture, plain));
  });

  it('keeps the order in which it is read: verdict, what is wrong from the worst on, walk, destinations, the rest', () => {
    const text = renderText(reportFixture, plain);
    const parts = [
      /^example\.com /,
      /^. Federation /m,
      /^. Clients /m,
      /^. error: /m,
      /^ {4}Seen /m,
      /^ {4}Affects /m,
      /^ {4}Why /m,
      /^ {4}Fix /m,
      /^ {4}Spec /m,
      /^! warning: /m,
      /^How other servers get there$/m,
      /^Destinations, /m,
      /^Not tested$/m,
      /^. passed: /m,
    ];
    const places = parts.map((part) => text.search(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((left, right) => left - right));
  });

  it('links the specification where the terminal can, and looks the same', () => {
    const spec = 'https://spec.matrix.org/v1.19/server-server-api/#tls';
    const linked = renderText(reportFixture, { ...plain, width: 50, hyperlinks: true });
    expect(linked).toContain(`\u001b]8;;${spec}\u001b\\${spec}\u001b]8;;\u001b\\\n`);
    expect(stripVTControlCharacters(linked)).toBe(renderText(reportFixture, { ...plain, width: 50 }));
  });

  it.each([40, 50, 65, 66, 80, 100])('keeps within %i columns, words that are longer apart', (width) => {
    for (const line of renderText(reportFixture, { ...plain, width, verbose: true }).split('\n')) {
      const longest = Math.max(...line.split(' ').map((word) => stringWidth(word)));
      expect(stringWidth(line) <= width || longest > width - LABELS, line).toBe(true);
      expect(line).toBe(line.trimEnd());
    }
  });

  it('lets nothing from elsewhere steer the terminal', () => {
    const evil = '\u001b]52;c;aGk=\u0007\u202egnp\nfake: line\u0000\ud800';
    const report = {
      ...reportFixture,
      input: evil,
      serverName: null,
      client: { ...reportFixture.client, summary: evil },
      findings: reportFixture.findings.map((finding) => ({
        ...finding,
        title: evil,
        subject: evil,
        because: evil,
        evidence: [{ label: evil, value: evil }],
      })),
      federation: {
        ...reportFixture.federation,
        walk: [{ step: '3', taken: true, because: evil } as const],
        srv: reportFixture.federation.srv.map((record) => ({ ...record, target: evil, owner: evil })),
        destinations: reportFixture.federation.destinations.map((destination) => ({
          ...destination,
          hostHeader: evil,
          server: { name: evil, version: evil },
        })),
      },
      support: { outcome: 'pass', contacts: [], supportPage: evil } as const,
    };
    for (const verbose of [true, false]) {
      const text = renderText(report, { ...plain, verbose });
      expect(text).toContain('\\u{1b}]52;c;aGk=\\u{7}\\u{202e}gnp\\u{a}fake:');
      expect(text).toMatch(/^[\n\u0020-\u007e\u00b7\u2022\u2713\u2717]*$/);
      expect(text).not.toMatch(/^fake/m);
    }
    expect(renderers.quiet(report, plain).split('\n')).toHaveLength(2);
  });
});

describe('what was seen', () => {
  const seen = (evidence: Finding['evidence'], verbose = false): string => {
    const findings = [finding({ outcome: 'fail', evidence })];
    return renderText({ ...reportFixture, findings }, { ...plain, verbose });
  };

  it('stands once where several places show the same', () => {
    const text = seen([
      { label: '203.0.113.10:443', value: 'status 502' },
      { label: '203.0.113.11:443', value: 'status 404' },
      { label: '[2001:db8::10]:443', value: 'status 502' },
      { label: 'A of example.com', value: 'no such name' },
      { label: 'AAAA of example.com', value: 'no such name' },
    ]);
    expect(text).toContain(
      [
        '    Seen    203.0.113.10:443, [2001:db8::10]:443: status 502',
        '            203.0.113.11:443: status 404',
        '            A of example.com: no such name',
        '            AAAA of example.com: no such name',
        '    Affects',
      ].join('\n'),
    );
  });

  it('is cut after six lines, unless everything is asked for', () => {
    const many = Array.from({ length: 8 }, (_, index) => ({ label: `host${index}`, value: `status ${index}` }));
    expect(seen(many)).toContain('            host5: status 5\n            and 2 more (-v shows them)\n    Affects');
    expect(seen(many, true)).toContain('            host7: status 7\n    Affects');
  });
});

describe('the quiet renderer', () => {
  it('says the verdict in one line', () => {
    expect(renderers.quiet(reportFixture, plain)).toBe(
      'example.com: failed; federation: other servers do not get through: the certificate does not cover matrix.example.com; clients: clients find https://matrix.example.com, but one address is slow\n',
    );
  });

  it('says what decided where it was neither side', () => {
    const report: Report = {
      ...reportFixture,
      outcome: 'warn',
      federation: { ...reportFixture.federation, outcome: 'pass', summary: 'fine' },
      client: { ...reportFixture.client, outcome: 'pass', summary: 'fine' },
      findings: [finding({ id: 'support/file-json', outcome: 'fail', title: 'The support file is no JSON' })],
    };
    expect(renderers.quiet(report, plain)).toBe(
      'example.com: warning; federation: fine; clients: fine; The support file is no JSON\n',
    );
    expect(renderers.quiet({ ...report, outcome: 'pass' }, plain)).toBe(
      'example.com: ok; federation: fine; clients: fine\n',
    );
  });

  it('says what is wrong with an input that is no server name, once', () => {
    const report: Report = {
      ...reportFixture,
      input: `a${'\u001b'.repeat(300)}`,
      serverName: null,
      findings: [finding({ outcome: 'fail', title: 'This is not a server name' })],
    };
    const line = renderers.quiet(report, plain);
    expect(line).toMatch(/^"a(\\u\{1b\}){199} \.\.\. \(301 characters\)": failed; This is not a server name\n$/);
  });
});
