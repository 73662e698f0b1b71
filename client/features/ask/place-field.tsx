/** The place of a question: drawn, selected, in the middle of the map, or out of a file. */
import { useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { fitTo, flyTo } from '#client/map/camera.ts'
import { DrawBar } from '#client/map/draw/draw-bar.tsx'
import { DRAW_MODES, type DrawMode } from '#client/map/draw/draw-modes.ts'
import type { AskedPlace } from '#client/state/question.ts'
import { encodeShape, roundedShape } from '#client/state/shape-text.ts'
import { useView } from '#client/state/view-state.ts'
import type { Geometry } from '#geodata/contract/geo.ts'
import { bboxOf } from '#geodata/spatial/bbox.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import { FileField } from './file/file-field.tsx'
import { useAsked, usePlace } from './use-asked.ts'

export function PlaceField({ labelKey }: { labelKey: 'ask.place' | 'ask.area' }) {
  const { t } = useMessages()
  const [{ place }, change] = useAsked()
  const [mode, setMode] = useState<DrawMode | null>(null)
  const selection = useView((state) => state.selection)
  const shape = place?.kind === 'shape' ? place.geometry : null
  const take = (geometry: Geometry): void =>
    change(mode === 'circle' ? asCircle(geometry) : { place: { kind: 'shape', geometry: roundedShape(geometry) } })
  const centre = (): void => {
    const { lon, lat } = useView.getState().camera
    change({ place: { kind: 'shape', geometry: roundedShape({ type: 'Point', coordinates: [lon, lat] }) } })
  }
  return (
    <fieldset className="ask__place">
      <legend>{t(labelKey)}</legend>
      <ChosenPlace place={place} onEdit={shape && isEditable(shape) ? () => setMode('select') : null} />
      {mode !== null ? (
        <DrawBar mode={mode} shape={shape} onShape={take} onClose={() => setMode(null)} />
      ) : (
        <>
          <div className="ask__buttons">
            {selection && (
              <button
                type="button"
                className="button"
                onClick={() => change({ place: { kind: 'feature', ref: selection } })}
              >
                {t('ask.place.selection')}
              </button>
            )}
            {DRAW_MODES.map((one) => (
              <button key={one} type="button" className="button" onClick={() => setMode(one)}>
                {t(`ask.draw.${one}`)}
              </button>
            ))}
            <button type="button" className="button" onClick={centre}>
              {t('ask.place.centre')}
            </button>
          </div>
          <FileField onShape={(geometry) => change({ place: { kind: 'shape', geometry } })} />
        </>
      )}
    </fieldset>
  )
}

function ChosenPlace({ place, onEdit }: { place: AskedPlace | null; onEdit: (() => void) | null }) {
  const { t } = useMessages()
  const [, change] = useAsked()
  const { geometry, text } = usePlace(place)
  if (place === null) return <p className="muted small">{t('ask.place.none')}</p>
  const isTooLong = place.kind === 'shape' && encodeShape(place.geometry) === null
  return (
    <>
      <p className="ask__chosen">
        <strong dir="auto">{text ?? '…'}</strong>
        {geometry && (
          <button type="button" className="text-button" onClick={() => show(geometry)}>
            {t('ask.place.show')}
          </button>
        )}
        {onEdit && (
          <button type="button" className="text-button" onClick={onEdit}>
            {t('ask.place.edit')}
          </button>
        )}
        <button type="button" className="text-button" onClick={() => change({ place: null })}>
          {t('ask.place.clear')}
        </button>
      </p>
      {isTooLong && <p className="note note--warning">{t('ask.place.tooLong')}</p>}
    </>
  )
}

function show(geometry: Geometry): void {
  if (geometry.type === 'Point') flyTo(geometry.coordinates, Math.max(8, useView.getState().camera.zoom))
  else fitTo(bboxOf(geometry))
}

/** More corners than a hand can move make the tool slow. */
const MOST_EDITED = 500

function isEditable(shape: Geometry): boolean {
  if (shape.type === 'Point') return true
  if (shape.type === 'LineString') return shape.coordinates.length <= MOST_EDITED
  return (
    shape.type === 'Polygon' && shape.coordinates.length === 1 && (shape.coordinates[0]?.length ?? 0) <= MOST_EDITED
  )
}

/** A drawn circle is its centre and radius: the server knows circles better than polygons of many corners. */
function asCircle(drawn: Geometry): { place: AskedPlace; withinKm: number } {
  const [west, south, east, north] = bboxOf(drawn)
  const centre: [number, number] = [(west + east) / 2, (south + north) / 2]
  const radiusKm = distanceM(centre, [east, centre[1]]) / 1000
  const geometry = roundedShape({ type: 'Point', coordinates: centre })
  return { place: { kind: 'shape', geometry }, withinKm: Math.max(0.1, Number(radiusKm.toPrecision(3))) }
}
