/** Shades all regions of the level by one figure while a region's sheet is open; the choice is in the link. */
import { useEffect, useId, useMemo } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { REGIONS } from '#client/i18n/topics/regions.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useMap } from '#client/map/map-store.ts'
import { ShadeLegend } from '#client/map/shade-legend.tsx'
import { indicatorOf, REGION_INDICATORS } from '#client/state/region-indicators.ts'
import { useView } from '#client/state/view-state.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import type { RegionLevel } from '#geodata/contract/regions.ts'
import type { Shading } from '#geodata/style/answer.ts'

export function RegionShade({ level }: { level: RegionLevel }) {
  const t = useTopic(REGIONS)
  const { number } = useMessages()
  const id = useId()
  const shade = useView((state) => state.shade)
  const set = useView((state) => state.set)
  const { data, problem, retry } = useQuery('listRegions', shade === null ? null : { params: { level } })
  const shading = useMemo((): Shading | null => {
    if (shade === null || !data) return null
    const figures = data.rows.map((row) => ({ id: row.id, value: indicatorOf(row, shade) }))
    return {
      areas: { dataset: level },
      values: figures.flatMap(({ id, value }) => (value === null ? [] : [{ id, value }])),
      unknown: figures.flatMap(({ id, value }) => (value === null ? [id] : [])),
      isRestZero: false,
    }
  }, [shade, data, level])
  useShading(shading)
  const figure = (value: number) => number(value, { maximumSignificantDigits: 3 })
  return (
    <div className="region__shade">
      <label htmlFor={id}>{t('shade')}</label>
      <select
        id={id}
        className="field"
        value={shade ?? ''}
        onChange={(event) => set({ shade: REGION_INDICATORS.find((one) => one === event.target.value) ?? null })}
      >
        <option value="">{t('shade.none')}</option>
        {REGION_INDICATORS.map((one) => (
          <option key={one} value={one}>
            {t(`by.${one}`)}
          </option>
        ))}
      </select>
      {problem && <FailureNote code={problem.code} requestId={problem.requestId} onRetry={retry} />}
      {shading && <ShadeLegend shading={shading} className="region__legend" format={figure} />}
    </div>
  )
}

/** Takes the place of an answer of Ask, which puts its own back when it is next asked. */
function useShading(shading: Shading | null): void {
  useEffect(() => {
    if (shading === null) return
    const answer = { shape: null, buffer: null, found: [], shading }
    useMap.getState().set({ answer })
    return () => {
      if (useMap.getState().answer === answer) useMap.getState().set({ answer: null })
    }
  }, [shading])
}
