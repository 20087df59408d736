import { PAGE, requests } from '../client-requests.mjs';

/** Header lines that let any page read an answer. */
export const STAR = [['Access-Control-Allow-Origin', '*']];
export const ECHO = [
  ['Access-Control-Allow-Origin', PAGE],
  ['Vary', 'Origin'],
];

function lines(name, values) {
  return values.map((value) => [name, value]);
}

/** One line of that header for each value. */
export const allowOrigin = (...values) => lines('Access-Control-Allow-Origin', values);
export const allowMethods = (...values) => lines('Access-Control-Allow-Methods', values);
export const allowHeaders = (...values) => lines('Access-Control-Allow-Headers', values);

/** As the Client-Server specification has them ("Web Browser Clients"). */
export const SPEC_METHODS = allowMethods('GET, POST, PUT, DELETE, OPTIONS');
export const SPEC_HEADERS = allowHeaders('X-Requested-With, Content-Type, Authorization');
const GOOD_PREFLIGHT = { status: 200, headers: [...STAR, ...SPEC_METHODS, ...SPEC_HEADERS] };

/**
 * One request of `client-requests.mjs` and the answers that it meets.
 * @param stops the answers on the way, one for each URL; `url` is the request's own where it is not given. `location`: the values of the Location
 *   lines that lead to the next stop, given its URL; one with the whole of it where this is not given. `request`, in the first: what else is asked.
 */
export const makeCase = (group, name, ask, stops) => ({
  group,
  name: `${group}: ${name}`,
  request: { page: PAGE, ...requests[ask], ...stops[0].request },
  stops: stops.map(
    ({ url = requests[ask].url, preflight = {}, status = 200, headers = STAR, location = ({ href }) => [href] }) => ({
      url,
      preflight: { ...GOOD_PREFLIGHT, ...preflight },
      answer: { status, headers },
      location,
    }),
  ),
});
