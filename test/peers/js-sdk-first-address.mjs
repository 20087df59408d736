import { inOrder } from './js-sdk-network.mjs';

/** The state as our reading has it, in a world in which only those addresses exist that take the connection first. `file`: the client file. */
export const atFirstAddress = ({ facts, order, project }, file = facts.client.value.file) => {
  const { homeserver } = facts.client.value;
  const fetches = first(
    order,
    file.fetches,
    ({ address }) => address,
    ({ hops }) => hops[0],
  );
  const reading = fetches.map((fetch) => project.readClientFileFetch(fetch, facts.observedAt).reading)[0];
  const there = homeserver.kind === 'seen' ? atAddress(order, homeserver, reading) : homeserver;
  return project.readClientState({ file: { ...file, fetches }, homeserver: there }, facts.observedAt).state;
};

/** Another homeserver than that of the file which decided was not looked at: nothing answers there in any scenario. */
const atAddress = (order, homeserver, reading) => {
  const { baseUrl, versions } = homeserver.value;
  if (reading?.kind === 'usable' && reading.baseUrl.written !== baseUrl) {
    return { kind: 'skipped', because: 'the file of this address names another homeserver' };
  }
  const looks = first(
    order,
    versions,
    ({ destination }) => destination.address,
    (look) => look,
  );
  return { kind: 'seen', value: { ...homeserver.value, versions: looks } };
};

/** A list of the first that takes the connection; as it is where none does. */
const first = (order, all, addressOf, lookOf) => {
  const addresses = inOrder(order, all.map(addressOf));
  const sorted = addresses.map((address) => all.find((one) => addressOf(one) === address));
  const found = sorted.find((one) => !isUnconnected(lookOf(one)));
  return found === undefined ? all : [found];
};

const isUnconnected = (look) =>
  look === undefined || (look.connection.kind === 'failed' && look.connection.failure.layer === 'tcp');
