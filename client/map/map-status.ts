/**
 * What the map could not fetch. A source that failed is asked for again with growing pauses until it answers; nothing is
 * remembered as failed for longer, and a failure never looks like empty land: a note says so meanwhile.
 */
import type { ErrorEvent, MapLibreMap, MapSourceDataEvent } from 'maplibre-gl'
import { create } from 'zustand'

const FIRST_PAUSE_MS = 1_500
const LONGEST_PAUSE_MS = 15_000

export const useMapStatus = create<{ failedSources: readonly string[]; hasWebGl: boolean }>(() => ({
  failedSources: [],
  hasWebGl: true,
}))

function setFailed(failed: ReadonlySet<string>): void {
  useMapStatus.setState({ failedSources: [...failed] })
}

/** Watches a map for its life. Returns how to stop. */
export function watchFailures(map: MapLibreMap): () => void {
  const failed = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let pauseMs = FIRST_PAUSE_MS

  const askAgain = (): void => {
    timer = null
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 1.6)
    for (const source of failed) reload(map, source)
    timer = setTimeout(askAgain, pauseMs)
  }
  const onError = (event: ErrorEvent & { sourceId?: string }): void => {
    if (event.sourceId === undefined) {
      console.error(event.error)
      return
    }
    if (!failed.has(event.sourceId)) {
      failed.add(event.sourceId)
      setFailed(failed)
    }
    timer ??= setTimeout(askAgain, pauseMs)
  }
  const onData = (event: MapSourceDataEvent): void => {
    const hasAnswered =
      event.tile !== undefined || event.sourceDataType === 'metadata' || event.sourceDataType === 'content'
    if (!hasAnswered || !failed.delete(event.sourceId)) return
    setFailed(failed)
    if (failed.size > 0) return
    pauseMs = FIRST_PAUSE_MS
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  map.on('error', onError)
  map.on('sourcedata', onData)
  return () => {
    if (timer !== null) clearTimeout(timer)
    map.off('error', onError)
    map.off('sourcedata', onData)
    setFailed(new Set())
  }
}

function reload(map: MapLibreMap, id: string): void {
  const source = map.getSource(id)
  const serialised = source?.serialize()
  if (!source || !serialised) return
  if (serialised.type === 'geojson') {
    if ('setData' in source && typeof serialised.data === 'string' && typeof source.setData === 'function')
      source.setData(serialised.data)
  } else if (
    !map.isSourceLoaded(id) &&
    'url' in serialised &&
    'setUrl' in source &&
    typeof source.setUrl === 'function'
  ) {
    source.setUrl(serialised.url)
  } else {
    map.refreshTiles(id)
  }
}
