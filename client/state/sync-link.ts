/**
 * Keeps the page's address equal to the view state. A change of choice (layers, filter, selection …) is a step that
 * 'back' undoes; the camera only rewrites the address of the present step, at most four times a second.
 */
import { decodeLink, encodeLink, type LinkedState } from './link.ts'
import { useView, type ViewState } from './view-state.ts'

const CAMERA_PAUSE_MS = 250

/** Starts from the address. Returns the parameters that it could not use. */
export function startLinkSync(defaults: LinkedState): string[] {
  const first = decodeLink(location.search, defaults)
  useView.getState().set(first.state)
  history.replaceState(null, '', addressOf(first.state))

  let isWaiting = false
  let isRestoring = false
  useView.subscribe((state, before) => {
    if (isRestoring) return
    if (isSameButCamera(state, before)) {
      if (isWaiting) return
      isWaiting = true
      setTimeout(() => {
        isWaiting = false
        history.replaceState(null, '', addressOf(useView.getState()))
      }, CAMERA_PAUSE_MS)
      return
    }
    const address = addressOf(state)
    if (address !== location.pathname + location.search) history.pushState(null, '', address)
  })
  addEventListener('popstate', () => {
    isRestoring = true
    useView.getState().set(decodeLink(location.search, defaults).state)
    isRestoring = false
  })
  return first.faults
}

/** The whole address of the present view, to hand to a colleague. */
export function linkToView(): string {
  return new URL(addressOf(useView.getState()), location.href).href
}

function addressOf(state: LinkedState): string {
  return `${location.pathname}?${encodeLink(state)}`
}

function isSameButCamera(a: ViewState, b: ViewState): boolean {
  return (Object.keys(a) as (keyof ViewState)[]).every((key) => key === 'camera' || a[key] === b[key])
}
