/** Makes the atlas open without a network: registers the service worker once the first map is drawn, never before. */
import { usePassing } from './state/passing.ts'

const WORKER = '/service-worker.js'

/** Quiet where the browser has no service workers (no secure context) or in development. */
export function installOffline(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const isFirst = navigator.serviceWorker.controller === null
  navigator.serviceWorker
    .register(WORKER, { type: 'classic' })
    .then(() => navigator.serviceWorker.ready)
    .then(() => {
      if (isFirst) usePassing.getState().set({ notice: { key: 'offline.ready' } })
    })
    .catch((cause: unknown) => console.warn('The atlas could not be kept for use without a network.', cause))
}
