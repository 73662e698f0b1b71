/**
 * The installed atlas without a network: the page's own files are kept when it is installed, everything that was looked
 * at as it is fetched. The network comes first for answers; one that is kept says since when, in `KEPT_AT`.
 */
import { clientsClaim, skipWaiting, type WorkboxPlugin } from 'workbox-core'
import { ExpirationPlugin } from 'workbox-expiration'
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { CacheFirst, NetworkFirst } from 'workbox-strategies'
import { KEPT_AT } from './api/kept-at.ts'

declare const self: { __WB_MANIFEST: PrecacheEntry[] }

/** After which a kept answer is better than a wait. */
const PATIENCE_S = 8
/** Lets the longest unused go. */
function atMost(maxEntries: number): WorkboxPlugin {
  const { cacheDidUpdate, cachedResponseWillBeUsed } = new ExpirationPlugin({ maxEntries, purgeOnQuotaError: true })
  return {
    ...(cacheDidUpdate && { cacheDidUpdate }),
    ...(cachedResponseWillBeUsed && { cachedResponseWillBeUsed }),
  }
}

skipWaiting()
clientsClaim()
cleanupOutdatedCaches()
precacheAndRoute(self.__WB_MANIFEST)
// `/` alone is the page; its parameters say what to show.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { allowlist: [/^\/(\?|$)/] }))

// What never changes under its address.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/(assets|fonts)\//.test(url.pathname),
  new CacheFirst({ cacheName: 'files', plugins: [atMost(400)] }),
)
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/tiles/') && url.searchParams.has('v'),
  new CacheFirst({ cacheName: 'tiles', plugins: [atMost(4000)] }),
)

/** Stamps what comes out of the cache with the time at which it was fetched. */
const stamp = {
  cachedResponseWillBeUsed: async ({ cachedResponse }: { cachedResponse?: Response }) => {
    if (!cachedResponse) return null
    const headers = new Headers(cachedResponse.headers)
    headers.set(KEPT_AT, cachedResponse.headers.get('date') ?? '')
    return new Response(cachedResponse.body, { status: cachedResponse.status, headers })
  },
}
registerRoute(
  ({ url, sameOrigin }) =>
    sameOrigin && (/^\/(api|tiles|basemap)\//.test(url.pathname) || url.pathname === '/tiles.json'),
  new NetworkFirst({
    cacheName: 'answers',
    networkTimeoutSeconds: PATIENCE_S,
    plugins: [atMost(800), stamp],
  }),
)
