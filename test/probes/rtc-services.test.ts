import { describe, expect, it } from 'vitest';
import type { ClientApiFacts } from '../../src/facts/client.js';
import { seen, skipped } from '../../src/facts/observation.js';
import { askRtcServices } from '../../src/probes/rtc-services.js';
import { apiLook, healthyApi } from '../checks/client-facts.js';
import { fakeNet, type World } from '../resolution/fake-net.js';

const livekit = (...urls: readonly string[]) => urls.map((url) => ({ type: 'livekit', livekit_service_url: url }));
const naming = (...urls: readonly string[]) => ({ 'org.matrix.msc4143.rtc_foci': livekit(...urls) });
const offering = (answer: { status?: number; json: unknown }): ClientApiFacts =>
  healthyApi({ rtcTransports: apiLook('/rtc/transports', answer) });
const nobody = Promise.resolve(skipped('nobody is home'));

const world: World = {
  dns: { 'rtc.example.com A': ['203.0.113.20', '203.0.113.21'] },
  web: { '203.0.113.21:443': { sites: { 'rtc.example.com': { '/jwt/sfu/get': { status: 405 } } } } },
};

const list = async (members: Parameters<typeof askRtcServices>[1], api: ClientApiFacts | null) => {
  const services = await askRtcServices(fakeNet({}), members, api === null ? nobody : Promise.resolve(seen(api)));
  return services.map(({ serviceUrl, namedBy }) => `${serviceUrl} ${namedBy}`);
};

describe('askRtcServices', () => {
  it('asks the token endpoint, and for leave to ask it, at the first address that takes the connection', async () => {
    const net = fakeNet(world);
    const [service, ...others] = await askRtcServices(net, naming('https://rtc.example.com/jwt'), nobody);
    expect(others).toEqual([]);
    expect(service).toMatchObject({
      serviceUrl: 'https://rtc.example.com/jwt',
      namedBy: 'file',
      answers: {
        value: {
          addresses: { host: 'rtc.example.com', addresses: ['203.0.113.20', '203.0.113.21'] },
          tokenEndpoint: {
            value: {
              method: 'GET',
              url: 'https://rtc.example.com/jwt/sfu/get',
              destination: { address: '203.0.113.21', hostHeader: 'rtc.example.com', sni: 'rtc.example.com' },
              response: { value: { status: 405 } },
            },
          },
          tokenPreflight: { value: { method: 'OPTIONS', destination: { address: '203.0.113.21' } } },
        },
      },
    });
    const preflight = net.questions.find(({ method }) => method === 'OPTIONS');
    expect(preflight?.headers).toEqual([
      ['Accept', '*/*'],
      ['Access-Control-Request-Method', 'POST'],
      ['Access-Control-Request-Headers', 'content-type'],
      ['Origin', 'https://app.element.io'],
    ]);
  });

  it('appends the path letter by letter', async () => {
    const net = fakeNet(world);
    await askRtcServices(net, naming('https://rtc.example.com:8443/jwt/'), nobody);
    expect(net.asked).toContain('GET 203.0.113.20:8443 rtc.example.com:8443/jwt//sfu/get');
  });

  it('fails where the host has no address', async () => {
    const [service] = await askRtcServices(fakeNet({}), naming('https://gone.example.com'), nobody);
    const failure = { layer: 'dns', reason: 'no-address' };
    expect(service?.answers).toMatchObject({
      value: { tokenEndpoint: { kind: 'failed', failure }, tokenPreflight: { kind: 'failed', failure } },
    });
  });

  it.each([
    ['wss://rtc.example.com', 'wss://rtc.example.com cannot be asked: the scheme is "wss", and only https is used'],
    ['http://rtc.example.com', 'http://rtc.example.com cannot be asked: it is plain http, and only https is used'],
  ])('does not ask %s', async (url, because) => {
    const net = fakeNet(world);
    const [service] = await askRtcServices(net, naming(url), nobody);
    expect(service?.answers).toEqual({ kind: 'skipped', because });
    expect(net.asked).toEqual([]);
  });

  it('adds what the homeserver names, each once, and no more than four', async () => {
    const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((label) => `https://${label}.invalid`) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const offered = (...urls: readonly string[]) => offering({ json: { rtc_transports: livekit(...urls) } });
    expect(await list(null, offered(a))).toEqual([`${a} homeserver`]);
    expect(await list(naming(a, b), offered(b, c, c, d, e))).toEqual([
      `${a} file`,
      `${b} file`,
      `${c} homeserver`,
      `${d} homeserver`,
    ]);
    expect(await list(naming(a, b, c, d, e), offered('https://f.invalid'))).toHaveLength(4);
    expect(await list({ ...naming(a), 'm.rtc_foci': livekit(a, b) }, null)).toEqual([`${a} file`, `${b} file`]);
  });

  it.each([
    ['an error', { status: 401, json: { rtc_transports: livekit('https://a.invalid') } }],
    ['an empty list', { json: { rtc_transports: [] } }],
    ['another kind', { json: { rtc_transports: [{ type: 'other', livekit_service_url: 'https://a.invalid' }] } }],
    ['no object', { json: [] }],
  ])('takes nothing from %s', async (_words, answer) => {
    expect(await list(null, offering(answer))).toEqual([]);
  });

  it('asks those of the file before anything is known of the homeserver', async () => {
    const net = fakeNet(world);
    let settle: (api: Awaited<typeof nobody>) => void = () => undefined;
    const api = new Promise<Awaited<typeof nobody>>((resolve) => {
      settle = resolve;
    });
    const services = askRtcServices(net, naming('https://rtc.example.com/jwt'), api);
    await expect.poll(() => net.questions.length).toBe(4);
    settle(await nobody);
    expect(await services).toHaveLength(1);
  });
});
