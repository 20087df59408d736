import { readBaseUrl } from './base-url.js';
import { RTC_TOKEN_PATH } from './constants.js';

/** The token endpoint of a service, taken apart. */
export type RtcServiceUrl =
  | {
      readonly kind: 'valid';
      readonly host: string;
      readonly port: number;
      /** Path and query. */
      readonly target: string;
      /** The whole URL. */
      readonly url: string;
    }
  /** One plain sentence without a full stop, beginning in lower case. */
  | { readonly kind: 'invalid'; readonly why: string };

/** Reads `livekit_service_url`. Clients append the path to it letter by letter: a final slash makes two of them, a query swallows it. */
export const readRtcServiceUrl = (written: string): RtcServiceUrl => {
  const joined = `${written}${RTC_TOKEN_PATH}`;
  // What is wrong with the URL itself is said of that alone.
  const [own, reading] = [readBaseUrl(written), readBaseUrl(joined)];
  if (own.kind === 'invalid') return own;
  if (reading.kind === 'invalid') return reading;
  const { scheme, host, port } = reading.baseUrl;
  if (scheme !== 'https') return { kind: 'invalid', why: 'it is plain http, and only https is used' };
  const [, path = '', query = ''] = /:\/\/[^/?#]*([^?#]*)(\?[^#]*)?/u.exec(joined) ?? [];
  const target = `${path === '' ? '/' : path}${query}`;
  const shownPort = port === 443 ? '' : `:${port}`;
  return { kind: 'valid', host, port, target, url: `https://${host}${shownPort}${target}` };
};
