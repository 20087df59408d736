import type { ClientFacts } from '../facts/client.js';
import { readClientState } from '../facts/client-state.js';
import type { Net } from '../net/net.js';
import type { ClientWalk } from '../resolution/client.js';
import { fetchClientFileAtPort } from '../resolution/client-file-at-port.js';
import { fetchClientFileForOthers } from '../resolution/client-file-for-others.js';
import { fetchPolicyServerFile } from '../resolution/policy-server.js';
import type { ServerName } from '../spec/server-name.js';
import { askClientApi } from './client-api.js';
import { findClientHome } from './client-home.js';
import { askDirectly, askHomeserver, askIdentityServer } from './client-places.js';
import { askRtcServices } from './rtc-services.js';

/** Asks all that clients ask. Only the file waits for nothing; the questions to the homeserver's API wait for its versions. */
export const askClientSide = async (
  name: ServerName,
  walking: Promise<ClientWalk>,
  net: Net,
  observedAt: string,
): Promise<ClientFacts> => {
  const [fileAtPort, policyServer, { file, homeserver, ...places }] = await Promise.all([
    fetchClientFileAtPort(name, net),
    fetchPolicyServerFile(name, net),
    walking.then((walk) => askPlaces(name, walk, net, observedAt)),
  ]);
  const { state, because } = readClientState({ file, homeserver }, observedAt);
  return { file, state, because, homeserver, ...places, fileAtPort, policyServer };
};

/** What depends on the client file. */
const askPlaces = async (name: ServerName, walk: ClientWalk, net: Net, observedAt: string) => {
  const asking = findClientHome(net, walk, observedAt).then((home) => askClientApi(net, home));
  const [file, homeserver, direct, fileForOthers, identityServer, rtcServices, api] = await Promise.all([
    walk.file,
    askHomeserver(net, walk.homeserver),
    askDirectly(net, walk.direct),
    fetchClientFileForOthers(name, net, walk.decidedAt),
    askIdentityServer(net, walk.identityServer),
    askRtcServices(net, walk.members, asking),
    asking,
  ]);
  return { file, homeserver, direct, fileForOthers, identityServer, rtcServices, api };
};
