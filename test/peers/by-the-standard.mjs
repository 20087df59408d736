import { describeRequest } from './cors-server.mjs';

/**
 * What a browser should make of a case by the Fetch standard ("HTTP fetch", "HTTP-redirect fetch"), said by the functions that the checks and
 * the walk of the redirects use as well.
 * @param spec the functions
 * @param hops `{ url, preflight, answer }`, in the order in which the redirects lead through them
 * @returns `outcome`: `status 200` where the page may read the answer, else `refused`, or where a redirect leads if
 *   no hop is there; `why`: the same in more words; `requests`: those that the server should see at each hop
 */
export const byTheStandard = (spec, { page, method, headers }, hops) => {
  const requests = hops.map(() => []);
  const ended = (outcome, why) => ({ outcome, why, requests });
  const asked = { method, headers };
  let isForeign = false;

  for (const [index, { url, preflight, answer }] of hops.entries()) {
    const { origin } = new URL(url);
    isForeign ||= origin !== page;
    const from = spec.originsAlongChain(page, urlsUpTo(hops, index)).at(-1);
    const request = { ...asked, origin: from };
    if (isForeign && spec.needsPreflight(request)) {
      const names = spec.unsafeHeaderNames(asked.headers).join(',');
      const forHeaders = names === '' ? {} : { forHeaders: names };
      requests[index].push(
        describeRequest({ method: 'OPTIONS', origin, from, forMethod: asked.method, ...forHeaders }),
      );
      const reading = spec.preflightCheck(preflight, request);
      if (reading.kind === 'refused')
        return ended('refused', `preflight: ${[reading.fault, ...reading.missing].join(' ')}`);
    }
    requests[index].push(
      describeRequest({ method: asked.method, origin, token: hasToken(asked), ...(isForeign ? { from } : {}) }),
    );
    if (isForeign) {
      const reading = spec.corsCheck(answer.headers, from);
      if (reading.kind === 'blocked') return ended('refused', `answer ${index + 1}: ${reading.fault}`);
    }
    if (!spec.REDIRECT_STATUSES.includes(answer.status)) return ended(`status ${answer.status}`, 'readable');
    const next = spec.readLocation(spec.headerValues(answer.headers, 'Location'), asHttpsUrl(spec, url));
    if (next.kind === 'no-location') return ended(`status ${answer.status}`, 'readable');
    if (next.kind !== 'https') return ended('refused', `redirect: ${next.kind}`);
    if (index === spec.MAX_REDIRECTS) return ended('refused', 'redirect: too many');
    if (next.url.text !== hops[index + 1]?.url)
      return ended(`sent to ${next.url.text}`, 'where the case has no answer');
    changeForRedirect(asked, answer.status, origin !== new URL(next.url.text).origin);
  }
  throw new Error('the last hop of the case is a redirect');
};

const urlsUpTo = (hops, index) => hops.slice(0, index + 1).map(({ url }) => url);

const asHttpsUrl = ({ httpsUrl }, text) => {
  const { hostname, port, pathname, search } = new URL(text);
  return httpsUrl(hostname, Number(port || 443), `${pathname}${search}`);
};

const hasToken = ({ headers }) => headers.some(([name]) => name.toLowerCase() === 'authorization');

/** A POST becomes a GET after 301 and 302, everything after 303; another origin does not see the token. */
const changeForRedirect = (asked, status, leavesOrigin) => {
  const becomesGet = status === 303 || ([301, 302].includes(status) && asked.method === 'POST');
  if (becomesGet) asked.method = 'GET';
  asked.headers = asked.headers.filter(
    ([name]) =>
      !(becomesGet && name.toLowerCase() === 'content-type') &&
      !(leavesOrigin && name.toLowerCase() === 'authorization'),
  );
};
