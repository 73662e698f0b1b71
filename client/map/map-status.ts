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

interface TileAt {
  x: number
  y: number
  z: number
}
/** Tiles that failed, by source; `whole` where the source's own description did. */
type Failed = Map<string, { whole: boolean; tiles: Map<string, TileAt> }>

function show(failed: Failed): void {
  useMapStatus.setState({ failedSources: [...failed.keys()] })
}

const keyOf = ({ z, x, y }: TileAt): string => `${z}/${x}/${y}`

interface TileLike {
  state: string
  tileID: { canonical: TileAt }
}

/** Watches a map for its life. Returns how to stop. */
export function watchFailures(map: MapLibreMap): () => void {
  const failed: Failed = new Map()
  let timer: ReturnType<typeof setTimeout> | null = null
  let pauseMs = FIRST_PAUSE_MS

  const recovered = (source: string): void => {
    failed.delete(source)
    show(failed)
    if (failed.size > 0) return
    pauseMs = FIRST_PAUSE_MS
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  const askAgain = (): void => {
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 1.6)
    timer = setTimeout(askAgain, pauseMs)
    for (const [source, { whole, tiles }] of [...failed]) {
      // Asked again and not failed again since: loaded, or out of view.
      if (!whole && tiles.size === 0) recovered(source)
      else if (whole) reloadSource(map, source)
      else {
        const again = [...tiles.values()]
        tiles.clear()
        if (map.getSource(source)) map.refreshTiles(source, again)
      }
    }
  }
  const onError = (event: ErrorEvent & { sourceId?: string; tile?: TileLike }): void => {
    if (event.sourceId === undefined) {
      console.error(event.error)
      return
    }
    const known = failed.get(event.sourceId) ?? { whole: false, tiles: new Map<string, TileAt>() }
    if (event.tile) known.tiles.set(keyOf(event.tile.tileID.canonical), event.tile.tileID.canonical)
    else known.whole = true
    if (!failed.has(event.sourceId)) {
      failed.set(event.sourceId, known)
      show(failed)
    }
    timer ??= setTimeout(askAgain, pauseMs)
  }
  const onData = (event: MapSourceDataEvent & { tile?: TileLike }): void => {
    const known = failed.get(event.sourceId)
    if (!known) return
    if (event.sourceDataType === 'metadata' || event.sourceDataType === 'content') known.whole = false
    if (event.tile?.state === 'loaded') known.tiles.delete(keyOf(event.tile.tileID.canonical))
    const hasAnswered = event.sourceDataType !== undefined || event.tile?.state === 'loaded'
    if (hasAnswered && !known.whole && known.tiles.size === 0) recovered(event.sourceId)
  }
  map.on('error', onError)
  map.on('sourcedata', onData)
  return () => {
    if (timer !== null) clearTimeout(timer)
    map.off('error', onError)
    map.off('sourcedata', onData)
    show(new Map())
  }
}

/** Sets a source to what it already is, which makes MapLibre read its description (or its GeoJSON) again. */
function reloadSource(map: MapLibreMap, id: string): void {
  const source = map.getSource(id)
  const serialised = source?.serialize()
  if (!source || !serialised) return
  const call = (method: string, value: unknown): void => {
    const setter: unknown = Reflect.get(source, method)
    if (typeof setter === 'function') Reflect.apply(setter, source, [value])
  }
  if (serialised.type === 'geojson') call('setData', serialised.data)
  else if ('url' in serialised && serialised.url) call('setUrl', serialised.url)
}
