/** A flood: an area drawn on the map; every road and railway in it is closed, or slower by a factor. */
import { useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { DrawBar } from '#client/map/draw/draw-bar.tsx'
import type { DrawMode } from '#client/map/draw/draw-modes.ts'
import { usePassing } from '#client/state/passing.ts'
import { roundedLine } from '#geodata/contract/change-text.ts'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import type { Change } from '#geodata/contract/scenario.ts'

const AREAS = ['polygon', 'rectangle', 'circle'] as const satisfies readonly DrawMode[]
const FACTORS = [0.75, 0.5, 0.25] as const
/** A drawn circle has more corners than a link should carry. */
const MOST_CORNERS = 60

export function DrawFlood({ onChange, onClose }: { onChange(change: Change): void; onClose(): void }) {
  const { t, number } = useMessages()
  const [mode, setMode] = useState<(typeof AREAS)[number] | null>(null)
  /** null: closed. */
  const [factor, setFactor] = useState<number | null>(null)
  const take = (shape: Geometry): void => {
    const ring = ringOf(shape)
    usePassing.getState().set({ sheetStop: 'half' })
    if (!ring) onClose()
    else if (factor === null) onChange({ kind: 'close-area', ring })
    else onChange({ kind: 'slow-area', ring, factor })
  }
  const begin = (area: (typeof AREAS)[number]): void => {
    usePassing.getState().set({ sheetStop: 'peek' })
    setMode(area)
  }
  return (
    <>
      <label className="connect__row">
        <span>{t('connect.floodEffect')}</span>
        <select
          className="field"
          value={factor ?? ''}
          onChange={({ target }) => setFactor(target.value === '' ? null : Number(target.value))}
        >
          <option value="">{t('connect.floodCloses')}</option>
          {FACTORS.map((share) => (
            <option key={share} value={share}>
              {t('connect.floodSlows', { share: number(share, { style: 'percent' }) })}
            </option>
          ))}
        </select>
      </label>
      {mode ? (
        <DrawBar key={mode} mode={mode} shape={null} onShape={take} onClose={() => setMode(null)} />
      ) : (
        <div className="tools__buttons">
          {AREAS.map((area) => (
            <button key={area} type="button" className="button" onClick={() => begin(area)}>
              {t(`ask.draw.${area}`)}
            </button>
          ))}
        </div>
      )}
    </>
  )
}

/** The outline of a drawn area, open, thinned to what a link can carry; null for anything else. */
export function ringOf(shape: Geometry): Position[] | null {
  const outline = shape.type === 'Polygon' ? shape.coordinates[0] : undefined
  if (!outline || outline.length < 4) return null
  const open = outline.slice(0, -1)
  const every = Math.ceil(open.length / MOST_CORNERS)
  return roundedLine(open.filter((_, index) => index % every === 0))
}
