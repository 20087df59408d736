/**
 * The addresses of one world: its resolver, its web server, its homeserver, and a second homeserver. All are documentation addresses.
 * @param index from 1 to 31; every world gets eight addresses of 203.0.113.0/24 and of 2001:db8:0:113::/64
 */
export const placeOf = (index) => {
  const [resolver, web, homeserver, second] = [0, 1, 2, 3].map((offset) => pair(8 * index + offset));
  return { resolver: resolver.v4, web, homeserver, second };
};

/** Every address of a place, IPv4 first. */
export const addressesOf = ({ resolver, ...pairs }) => [
  resolver,
  ...Object.values(pairs).map(({ v4 }) => v4),
  ...Object.values(pairs).map(({ v6 }) => v6),
];

const pair = (number) => ({ v4: `203.0.113.${number}`, v6: `2001:db8:0:113::${number.toString(16)}` });

/**
 * Where the site of one recipe stands, and the resolver that leads there. With `alone` it has a network of its own with the client, whose
 * addresses there are `client`; else it shares the servers' one.
 * @param index from 1 to 250
 */
export const sitePlaceOf = (index, alone) => ({
  resolver: `198.18.0.${index}`,
  ...(alone
    ? { site: linked(index, 2), client: linked(index, 1) }
    : { site: { v4: `192.0.2.${index}`, v6: `2001:db8:0:2::${index.toString(16)}` }, client: null }),
});

const linked = (index, host) => ({ v4: `198.18.${index}.${host}`, v6: `2001:db8:1:${index.toString(16)}::${host}` });
