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
