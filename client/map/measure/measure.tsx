/**
 * Measures distance and area on the WGS 84 ellipsoid, drawn over the map. Click or Enter sets a corner, Backspace takes the
 * last one back, Escape ends. Corners by keyboard are set in the middle of the map.
 */
import type { MapLibreMap } from 'maplibre-gl'
import { useCallback, useEffect, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import type { Position } from '#geodata/contract/geo.ts'
import { areaM2, lengthM } from '#geodata/spatial/geodesic.ts'
import { geodesicPath } from './geodesic-path.ts'
import { useTicks } from './use-ticks.ts'

type Kind = 'distance' | 'area'

export function Measure({ map, onClose }: { map: MapLibreMap; onClose: () => void }) {
  const messages = useMessages()
  const { t } = messages
  const [kind, setKind] = useState<Kind>('distance')
  const [corners, setCorners] = useState<readonly Position[]>([])
  const addCorner = useCallback((position: Position) => setCorners((before) => [...before, position]), [])
  const undo = useCallback(() => setCorners((before) => before.slice(0, -1)), [])
  useMeasureKeys(map, addCorner, undo, onClose)

  const result = useResultText(kind, corners)
  useEffect(() => {
    if (corners.length > 1) usePassing.getState().set({ announcement: result })
  }, [corners.length, result])

  return (
    <>
      <Drawing map={map} corners={corners} isArea={kind === 'area'} />
      <section className="map-tool" aria-label={t('measure.title')} dir={messages.dir}>
        <h2>{t('measure.title')}</h2>
        <div className="map-tool__row" role="radiogroup" aria-label={t('measure.what')}>
          {(['distance', 'area'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="measure-kind" checked={kind === one} onChange={() => setKind(one)} />{' '}
              {t(`measure.${one}`)}
            </label>
          ))}
        </div>
        <output>{result}</output>
        <p className="muted">{t('measure.how')}</p>
        <div className="map-tool__row">
          <button type="button" className="button" disabled={corners.length === 0} onClick={undo}>
            {t('measure.undo')}
          </button>
          <button type="button" className="button" disabled={corners.length === 0} onClick={() => setCorners([])}>
            {t('measure.clear')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('measure.end')}
          </button>
        </div>
      </section>
    </>
  )
}

/** Figures with the digits that a click on a map can bear. */
function useResultText(kind: Kind, corners: readonly Position[]): string {
  const { t, number } = useMessages()
  const digits = { maximumSignificantDigits: 4 }
  if (kind === 'area') {
    if (corners.length < 3) return t('measure.areaNeeds')
    const squareM = areaM2(corners)
    return squareM < 100_000
      ? t('measure.squareM', { value: number(squareM, digits) })
      : t('measure.squareKm', { value: number(squareM / 1e6, digits) })
  }
  if (corners.length < 2) return t('measure.distanceNeeds')
  const metres = lengthM(corners)
  return metres < 1000
    ? t('map.m', { value: number(metres, digits) })
    : t('map.km', { value: number(metres / 1000, digits) })
}

function useMeasureKeys(
  map: MapLibreMap,
  add: (position: Position) => void,
  undo: () => void,
  onClose: () => void,
): void {
  useEffect(() => {
    const canvas = map.getCanvas()
    const onClick = (event: { lngLat: { lng: number; lat: number } }): void => add([event.lngLat.lng, event.lngLat.lat])
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') {
        event.stopPropagation()
        onClose()
        canvas.focus()
      }
      if (event.target !== canvas) return
      if (event.key === 'Backspace') undo()
      if (event.key === 'Enter') {
        const { lng, lat } = map.getCenter()
        add([lng, lat])
      }
    }
    map.on('click', onClick)
    // Before anyone else: Escape ends the measuring, not the sheet behind it.
    document.addEventListener('keydown', onKey, true)
    const before = canvas.style.cursor
    canvas.style.cursor = 'crosshair'
    map.doubleClickZoom.disable()
    return () => {
      map.off('click', onClick)
      document.removeEventListener('keydown', onKey, true)
      canvas.style.cursor = before
      map.doubleClickZoom.enable()
    }
  }, [map, add, undo, onClose])
}

function Drawing({ map, corners, isArea }: { map: MapLibreMap; corners: readonly Position[]; isArea: boolean }) {
  useTicks(map)
  const closed = isArea && corners.length > 2
  const [first] = corners
  const ring = closed && first ? [...corners, first] : corners
  const onScreen = (position: Position): { x: number; y: number } => map.project([position[0], position[1]])
  const path = geodesicPath(ring)
    .map(onScreen)
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('')
  return (
    <svg className="measure-drawing" aria-hidden="true">
      <path d={path} className={closed ? 'closed' : 'open'} />
      {corners.map((corner, index) => {
        const { x, y } = onScreen(corner)
        // Corners may coincide; their order is what they are.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        return <circle key={index} cx={x} cy={y} r={4.5} />
      })}
    </svg>
  )
}
