import type { SrvLook, SrvService } from '../facts/federation.js';
import type { WellKnownFile } from '../facts/http.js';
import { type Observation, seen, skipped } from '../facts/observation.js';
import type { SurveyFacts } from '../facts/survey.js';
import type { Net } from '../net/net.js';
import { CLIENT_FILE_PATH, SERVER_FILE_PATH, WEB_CLIENT_ORIGIN } from '../spec/constants.js';
import { bareHostname, type ServerName } from '../spec/server-name.js';
import { fetchClientFilesElsewhere, type WhatIsKnown } from './client-files-elsewhere.js';
import { federationNames, type Located, locateTargets } from './destinations.js';
import { isFound, lookUpSrv, srvOwner } from './srv.js';
import type { FederationWalk } from './walk.js';
import { fetchFile } from './well-known.js';

type WalkResult = Pick<FederationWalk, 'step' | 'delegatedName' | 'srv'>;

/** SRV records that the walk did not consult and that exist, and where they would lead. */
export const surveySrv = async (
  name: ServerName,
  walk: WalkResult,
  net: Net,
  chance: () => number,
): Promise<{ readonly hiddenSrv: readonly SrvLook[]; readonly located: readonly Located[] }> => {
  const looks = await Promise.all(
    hiddenServices(name, walk).map(async ([service, of]) => ({ look: await lookUpSrv(net, service, of, chance), of })),
  );
  const found = looks.filter(({ look }) => isFound(look));
  return {
    hiddenSrv: found.map(({ look }) => look),
    located: found.flatMap(({ look, of }) => locateTargets(net, federationNames(withoutPort(of)), look.targets)),
  };
};

/** Files that no server reads, or that stand on another host than where they are looked for. `client`: what is known once the client file is. */
export const surveyFiles = async (
  name: ServerName,
  { step, delegatedName }: WalkResult,
  net: Net,
  client: Promise<WhatIsKnown>,
): Promise<Omit<SurveyFacts, 'hiddenSrv' | 'hiddenSrvEndpoints'>> => {
  const serverFileIsUnread = step === '1' || step === '2';
  const [pointlessServerFile, delegatedServerFile, delegatedClientFile, clientFilesElsewhere] = await Promise.all([
    serverFileIsUnread
      ? see(fetchFile(net, name.hostname, SERVER_FILE_PATH))
      : skipped('the server file is part of the walk'),
    onOtherHost(name, delegatedName, (other) => fetchFile(net, other.hostname, SERVER_FILE_PATH)),
    onOtherHost(name, delegatedName, (other) => fetchFile(net, other.hostname, CLIENT_FILE_PATH, WEB_CLIENT_ORIGIN)),
    client.then((found) => fetchClientFilesElsewhere(name, delegatedName, found, net)),
  ]);
  return { pointlessServerFile, delegatedServerFile, delegatedClientFile, clientFilesElsewhere };
};

/** Both services of the server name where a port or a valid well-known hides them, and the deprecated service behind the newer one. */
const hiddenServices = (name: ServerName, { step, delegatedName, srv }: WalkResult): readonly Service[] => {
  const candidates: Service[] = [];
  if (step === '2' || delegatedName !== null) candidates.push(['matrix-fed', name], ['matrix', name]);
  if (step === '3.3' && delegatedName !== null) candidates.push(['matrix', delegatedName]);
  if (step === '4') candidates.push(['matrix', name]);

  const owners = new Set(srv.map(({ owner }) => owner.toLowerCase()));
  return candidates.filter(([service, of]) => {
    const owner = srvOwner(service, of).toLowerCase();
    const isNew = !owners.has(owner);
    owners.add(owner);
    return isNew;
  });
};

/** As it would be asked if its SRV records counted: they do only where the name has no port. */
const withoutPort = (name: ServerName): ServerName => ({ ...name, text: name.hostname, port: null });

type Service = readonly [service: SrvService, of: ServerName];

const onOtherHost = async (
  name: ServerName,
  other: ServerName | null,
  fetch: (other: ServerName) => Promise<WellKnownFile>,
): Promise<Observation<WellKnownFile>> => {
  if (other === null) return skipped('there is no delegated host');
  if (isSameHost(name, other)) return skipped('the delegated host is the server name itself');
  return see(fetch(other));
};

const isSameHost = (name: ServerName, other: ServerName | null): boolean =>
  other !== null && bareHostname(name).toLowerCase() === bareHostname(other).toLowerCase();

const see = async <T>(value: Promise<T>): Promise<Observation<T>> => seen(await value);
