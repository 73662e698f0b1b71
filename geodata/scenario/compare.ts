/** Two outcomes to a table of differences, deposit by deposit and province by province. */
import type { ScenarioAnswer } from '#geodata/contract/scenario.ts'

type Row = ScenarioAnswer['rows'][number]
type Side = Row['before']

/** Differences below this are rounding. */
const EPSILON = 1e-9

export function compareSides(before: Side, after: Side): Pick<Row, 'costChange' | 'timeChange'> {
  const change = (key: 'costUsdPerTonne' | 'timeH'): number | null => {
    if (!before || !after) return null
    const difference = after[key] - before[key]
    return Math.abs(difference) < EPSILON ? 0 : difference
  }
  return { costChange: change('costUsdPerTonne'), timeChange: change('timeH') }
}

/** Provinces in the order of their names. */
export function totalsByProvince(rows: readonly Row[]): ScenarioAnswer['provinces'] {
  const provinces = [...new Set(rows.map(({ province }) => province))].sort()
  return provinces.map((province) => {
    const own = rows.filter((row) => row.province === province)
    const both = own.filter(({ before, after }) => before && after)
    const mean = (key: 'costChange' | 'timeChange'): number | null =>
      both.length === 0 ? null : both.reduce((sum, row) => sum + (row[key] ?? 0), 0) / both.length
    return {
      province,
      deposits: own.length,
      changed: own.filter(({ isRouteChanged, costChange }) => isRouteChanged || (costChange ?? 0) !== 0).length,
      lostAccess: own.filter(({ before, after }) => before && !after).length,
      gainedAccess: own.filter(({ before, after }) => !before && after).length,
      meanCostChange: mean('costChange'),
      meanTimeChange: mean('timeChange'),
    }
  })
}
