import { WEB_CLIENT_ORIGIN } from '../../spec/constants.js';

/** "pages of https://app.element.io", "Element Desktop (vector://vector)": who asks from an origin. */
export const originWords = (origin: string): string => {
  if (origin === 'vector://vector') return `Element Desktop (${origin})`;
  return origin === WEB_CLIENT_ORIGIN ? `Element Web (${origin})` : `pages of ${origin}`;
};
