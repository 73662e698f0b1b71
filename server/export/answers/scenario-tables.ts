/** Tables of many deposits: ranked by delivered cost, and baseline beside scenario with totals per province. */
import type { Output } from '#geodata/contract/endpoints.ts'
import type { PlaceLine } from '#geodata/contract/network-questions.ts'
import type { AnswerFeature, AnswerTables, Cell, Sheet } from './answer-tables.ts'
import { effectFeatures, effectSheet } from './effect-tables.ts'

export const PLACE_HEAD = ['ref', 'name', 'lon', 'lat', 'isDistrictLevel']
export function placeCells({ ref, name, position, isDistrictLevel }: PlaceLine): Cell[] {
  return [ref, name?.en ?? null, ...position, isDistrictLevel]
}

/** A point a row, with the row's cells. */
export function pointsOf({ head, rows }: Sheet, places: readonly Pick<PlaceLine, 'position'>[]): AnswerFeature[] {
  return places.map(({ position }, index) => ({
    geometry: { type: 'Point', coordinates: position },
    properties: Object.fromEntries(head.map((name, column) => [name, rows[index]?.[column] ?? null])),
  }))
}

export function matrixTables({ rows, destinations }: Output<'routeMatrix'>): AnswerTables {
  const bestOf = (row: (typeof rows)[number]) => (row.best === null ? null : (row.cells[row.best] ?? null))
  const ranked = rows.toSorted(
    (a, b) => (bestOf(a)?.costUsdPerTonne.base ?? Infinity) - (bestOf(b)?.costUsdPerTonne.base ?? Infinity),
  )
  const named = destinations.map(({ name, ref, position }) => name?.en ?? ref ?? position.join(' '))
  const sheet: Sheet = {
    name: 'Ranking',
    head: [
      ...['rank', ...PLACE_HEAD, 'best'],
      ...named.flatMap((name) =>
        ['lowUsdPerTonne', 'usdPerTonne', 'highUsdPerTonne', 'timeH', 'lengthKm', 'co2KgPerTonne'].map(
          (figure) => `${name}: ${figure}`,
        ),
      ),
    ],
    rows: ranked.map((row, index) => [
      ...[bestOf(row) ? index + 1 : null, ...placeCells(row), row.best === null ? null : (named[row.best] ?? null)],
      ...row.cells.flatMap((cell): Cell[] => {
        if (!cell) return [null, null, null, null, null, null]
        const { low, base, high } = cell.costUsdPerTonne
        return [low, base, high, cell.timeH, cell.lengthKm, cell.co2KgPerTonne]
      }),
    ]),
  }
  return { title: 'Ranking by delivered cost', sheets: [sheet], features: pointsOf(sheet, ranked) }
}

const SIDE = ['to', 'costUsdPerTonne', 'timeH', 'lengthKm', 'co2KgPerTonne'] as const

export function scenarioTables({ rows, provinces, effects, ways }: Output<'runScenario'>): AnswerTables {
  const deposits: Sheet = {
    name: 'Deposits',
    head: [
      ...['ref', 'name', 'province', 'isRouteChanged', 'costChangeUsdPerTonne', 'timeChangeH'],
      ...['before', 'after'].flatMap((side) => SIDE.map((figure) => `${side}: ${figure}`)),
    ],
    rows: rows.map((row) => [
      ...[row.ref, row.name.en, row.province, row.isRouteChanged, row.costChange, row.timeChange],
      ...[row.before, row.after].flatMap((side) => SIDE.map((figure) => side?.[figure] ?? null)),
    ]),
  }
  const totals: Sheet = {
    name: 'Provinces',
    head: [
      ...['province', 'deposits', 'changed', 'lostAccess', 'gainedAccess'],
      ...['meanCostChangeUsdPerTonne', 'meanTimeChangeH'],
    ],
    rows: provinces.map((one) => [
      ...[one.province, one.deposits, one.changed, one.lostAccess, one.gainedAccess],
      ...[one.meanCostChange, one.meanTimeChange],
    ]),
  }
  const drawn = (['before', 'after'] as const).flatMap((side) =>
    (ways?.[side] ?? []).map(({ mode, deposits: count, geometry }) => ({
      geometry,
      properties: { role: `ways ${side}`, mode, deposits: count },
    })),
  )
  return {
    title: 'Scenario',
    sheets: [deposits, totals, effectSheet(effects)],
    features: [...pointsOf(deposits, rows), ...effectFeatures(effects), ...drawn],
  }
}
