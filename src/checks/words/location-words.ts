import { shownUrl } from '../../facts/words/shown-url.js';
import { headerValues } from '../../spec/header-lines.js';

/** Where a redirect leads, to follow "to": its Location, without a user name and password, or "nowhere". */
export const locationWords = (headers: Parameters<typeof headerValues>[0]): string => {
  const [location] = headerValues(headers, 'location');
  return location === undefined ? 'nowhere' : shownUrl(location);
};
