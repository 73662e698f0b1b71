/** Routes as tables: the ways, their legs, the stretches of each leg; on the map one line a leg. */
import type { Output } from '#geodata/contract/endpoints.ts'
import type { Leg, Route } from '#geodata/contract/logistics.ts'
import type { AnswerFeature, AnswerTables, Cell, Sheet } from './answer-tables.ts'
import { effectFeatures, effectSheet } from './effect-tables.ts'

const FIGURES = ['lengthKm', 'timeH', 'costLowUsdPerTonne', 'costUsdPerTonne', 'costHighUsdPerTonne', 'co2KgPerTonne']
const SPLIT = ['haul', 'toll', 'handling', 'dwell', 'border', 'port'] as const
const SPLIT_HEAD = SPLIT.map((part) => `${part}UsdPerTonne`)

export function routeTables({ routes }: Pick<Output<'planRoute'>, 'routes'>): AnswerTables {
  return { title: 'Route', sheets: [waySheet(routes), legSheet(routes), stretchSheet(routes)], features: lines(routes) }
}

export function changedRouteTables({ routes, effects }: Output<'planChangedRoute'>): AnswerTables {
  const { sheets, features } = routeTables({ routes })
  return {
    title: 'Route under changes',
    sheets: [...sheets, effectSheet(effects)],
    features: [...features, ...effectFeatures(effects)],
  }
}

function figuresOf({ lengthKm, timeH, costUsdPerTonne: { low, base, high }, co2KgPerTonne }: Route | Leg): Cell[] {
  return [lengthKm, timeH, low, base, high, co2KgPerTonne]
}

function waySheet(routes: readonly Route[]): Sheet {
  return {
    name: 'Ways',
    head: ['way', ...FIGURES, ...SPLIT_HEAD, 'schematicKm', 'confidence', 'isIndicative', 'trustedLeast'],
    rows: routes.map((route, way) => [
      way + 1,
      ...figuresOf(route),
      ...SPLIT.map((part) => route.split[part]),
      route.schematicKm,
      route.confidence,
      route.isIndicative,
      route.weakest && `${route.weakest.reference ?? 'unnumbered'}: ${route.weakest.why}`,
    ]),
  }
}

function legSheet(routes: readonly Route[]): Sheet {
  return {
    name: 'Legs',
    head: ['way', 'leg', 'mode', 'from', 'to', ...FIGURES, ...SPLIT_HEAD, 'schematicKm', 'confidence', 'shipDwt'],
    rows: routes.flatMap((route, way) =>
      route.legs.map((leg, index) => [
        ...[way + 1, index + 1, leg.mode, leg.from?.en ?? null, leg.to?.en ?? null],
        ...figuresOf(leg),
        ...SPLIT.map((part) => leg.split[part]),
        ...[leg.schematicKm, leg.confidence, leg.shipDwt],
      ]),
    ),
  }
}

function stretchSheet(routes: readonly Route[]): Sheet {
  return {
    name: 'Stretches',
    head: [
      ...['way', 'leg', 'mode', 'reference', 'name', 'lengthKm', 'timeH', 'costUsdPerTonne'],
      ...['officialLengthOfSegmentKm', 'confidence', 'isSchematic', 'status'],
    ],
    rows: routes.flatMap((route, way) =>
      route.legs.flatMap(({ mode, parts }, index) =>
        parts.map((part) => [
          ...[way + 1, index + 1, mode, part.reference, part.name?.en ?? null],
          ...[part.lengthKm, part.timeH, part.costUsdPerTonne, part.officialLengthKm],
          ...[part.confidence, part.isSchematic, part.status],
        ]),
      ),
    ),
  }
}

function lines(routes: readonly Route[]): AnswerFeature[] {
  const { head, rows } = legSheet(routes)
  let row = 0
  return routes.flatMap(({ legs, geometry }) =>
    legs.flatMap(({ firstVertex, lastVertex }): AnswerFeature[] => {
      const cells = rows[row++] ?? []
      const coordinates = geometry.coordinates.slice(firstVertex, lastVertex + 1)
      if (coordinates.length < 2) return []
      const properties = Object.fromEntries(head.map((name, index) => [name, cells[index] ?? null]))
      return [{ geometry: { type: 'LineString', coordinates }, properties }]
    }),
  )
}
