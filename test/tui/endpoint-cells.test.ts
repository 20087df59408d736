import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.js';
import type { HttpLook } from '../../src/facts/http.js';
import { seenValue } from '../../src/facts/observation.js';
import { endpointCells } from '../../src/tui/endpoint-cells.js';
import type { EndpointProgress, Place } from '../../src/tui/progress.js';
import { factsOf } from '../facts-of.js';

/** "good open" for each cell of the first endpoint of that kind, with the looks that are given or all that were made. */
const cellsOf = (facts: Facts, place: Place, most = 10): readonly string[] => {
  const looks = looksOf(facts, place).slice(0, most);
  const destination = looksOf(facts, place)[0]?.destination;
  if (destination === undefined) throw new Error('there is no such endpoint');
  return endpointCells(place, { destination, connection: null, looks }, facts.observedAt).map(({ state, words }) =>
    `${state} ${words}`.trim(),
  );
};

const looksOf = (facts: Facts, place: Place): readonly HttpLook[] => {
  const client = seenValue(facts.client);
  if (place === 'file') return client?.file.fetches[0]?.hops.slice(0, 1) ?? [];
  if (place === 'homeserver') {
    const homeserver = client === undefined ? undefined : seenValue(client.homeserver);
    return homeserver?.versions.slice(0, 1) ?? [];
  }
  const [endpoint] = seenValue(facts.federation)?.endpoints ?? [];
  return endpoint === undefined ? [] : [endpoint.version, endpoint.keys];
};

const WAITING = 'waiting';

describe('the cells of an endpoint', () => {
  it('wait for their answers', async () => {
    const healthy = await factsOf('healthy');
    expect(cellsOf(healthy, 'server', 0)).toEqual(Array(5).fill(WAITING));
    expect(cellsOf(healthy, 'server', 1)).toEqual([
      'good open',
      'good 1.3',
      'good valid',
      'good Synapse 1.163.2',
      WAITING,
    ]);
    expect(cellsOf(healthy, 'server').at(-1)).toBe('good 1 key');
    expect(cellsOf(healthy, 'file').at(-1)).toBe('good https://matrix.example.com');
    expect(cellsOf(healthy, 'homeserver').at(-1)).toBe('good up to v1.12');
  });

  it.each<[string, Place, readonly string[]]>([
    ['expired-certificate', 'server', ['good open', 'good 1.3', 'bad expired', 'good Synapse 1.163.2', 'good 1 key']],
    ['federation-port-refused', 'server', ['bad connection refused', 'blocked', 'blocked', 'blocked', 'blocked']],
    [
      'plain-http-port',
      'server',
      ['good open', 'bad the port does not speak TLS (plain HTTP, most likely)', 'blocked', 'blocked', 'blocked'],
    ],
    ['client-file-missing', 'file', ['good open', 'good 1.3', 'good valid', 'neutral 404, no file']],
  ])('%s: %s', async (scenario, place, cells) => {
    expect(cellsOf(await factsOf(scenario), place)).toEqual(cells);
  });

  it.each<[string, readonly string[]]>([
    ['healthy', ['good open', 'good 1.3', 'good valid', WAITING, WAITING]],
    ['expired-certificate', ['good open', 'good 1.3', 'bad expired', WAITING, WAITING]],
  ])('fill from below, before there is an answer: %s', async (scenario, cells) => {
    const facts = await factsOf(scenario);
    const [look] = looksOf(facts, 'server');
    const session = look === undefined ? undefined : seenValue(look.connection);
    if (look === undefined || session === undefined) throw new Error('nothing was seen');
    const { destination } = look;
    const cellsAt = (connection: EndpointProgress['connection']): readonly string[] =>
      endpointCells('server', { destination, connection, looks: [] }, facts.observedAt).map(({ state, words }) =>
        `${state} ${words}`.trim(),
      );
    expect(cellsAt('open')).toEqual(['good open', ...Array(4).fill(WAITING)]);
    expect(cellsAt(session)).toEqual(cells);
  });

  it('tell answers apart that are no good', async () => {
    const facts = await factsOf('healthy');
    const [version] = looksOf(facts, 'server');
    const response = version === undefined ? undefined : seenValue(version.response);
    if (version === undefined || response === undefined) throw new Error('nothing was seen');
    const answering = (status: number, content: string): string | undefined => {
      const body = { kind: 'seen', value: { encoding: 'utf8', content, bytes: content.length } } as const;
      const look: HttpLook = { ...version, response: { kind: 'seen', value: { ...response, status, body } } };
      const cell = endpointCells(
        'server',
        { destination: look.destination, connection: null, looks: [look] },
        facts.observedAt,
      )[3];
      return cell && `${cell.state} ${cell.words}`;
    };
    expect(answering(200, '{"server":{"name":"Conduit"}}')).toBe('good Conduit');
    expect(answering(200, '{"server":{}}')).toBe('bad 200, but not what it should be');
    expect(answering(200, '<html>')).toBe('bad 200, but no JSON object');
    expect(answering(502, '<html>')).toBe('bad 502');
    expect(answering(302, '')).toBe('neutral 302, leads elsewhere');
  });
});
