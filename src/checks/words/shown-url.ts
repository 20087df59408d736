export { shownUrl } from '../../facts/words/shown-url.js';
