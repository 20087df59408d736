/** A web address for showing: a user name and password in it are nobody's business. */
export const shownUrl = (url: string): string => url.replace(/^(\s*[a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/iu, '$1***@');
