/** Header of an answer that the service worker had kept: when it was fetched, as HTTP writes dates. */
export const KEPT_AT = 'X-Orelink-Kept-At'
