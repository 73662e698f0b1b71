/** The questions of the benchmark `ask`, each made anew for a place: as an address, as a query in this process, as SQL. */
import * as z from 'zod'
import type { Position } from '#geodata/contract/geo.ts'
import { parseText } from '#geodata/cql2/parse-text.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { DATASETS } from '#geodata/datasets/catalogue.ts'
import { selectPage } from '#server/ogc/select.ts'
import { askNear } from '#server/queries/ask-near.ts'
import { askWithin } from '#server/queries/ask-within.ts'
import { corridorBand } from '#server/queries/corridor-band.ts'
import { depositSummary } from '#server/queries/deposit-summary.ts'
import type { Context } from '#server/queries/query.ts'
import { ASK_SQL, type SqlQuestion } from './ask-postgis.ts'

/** How far each question reaches: the made world is dense, and both sides must answer with lists of bearable length. */
export interface Reach {
  radiusKm: number
  boxDeg: number
  polygonDeg: number
  bandKm: number
  filterKm: number
}

export interface AskQuestion {
  name: string
  /** How many times faster than PostGIS over its wire it has to be. */
  timesFaster: number
  make(place: Position, random: () => number): Asked
}

export interface Asked {
  /** `count`: how many there are, out of the answer. */
  http: { method: 'GET' | 'POST'; path: string; body: unknown; count(answer: unknown): number }
  /** Answers with how many there are, to be compared. */
  inProcess(context: Context): Promise<number>
  sql: SqlQuestion
}

const CORRIDORS = ['cpec-western', 'cpec-central', 'cpec-eastern', 'kkh', 'ml1', 'n25-karachi-quetta-chaman']
const LISTED = 100
const none = { params: {}, query: {} }

export function askQuestions(reach: Reach): AskQuestion[] {
  return [
    near('nearest 10 deposits', 'deposits', null),
    near('nearest 10 roads', 'roads', null),
    near(`deposits within ${reach.radiusKm} km of a point`, 'deposits', reach.radiusKm),
    within(`deposits in a box of ${reach.boxDeg}°`, 5, (place) => boxAround(place, reach.boxDeg)),
    within('deposits in a polygon of 200 vertices', 1, (place) => starAround(place, reach.polygonDeg)),
    band(`deposits within ${reach.bandKm} km of a corridor`, reach.bandKm),
    filtered(`CQL2: two attributes, within ${reach.filterKm} km`, reach.filterKm),
    {
      ...{ name: 'summary by district', timesFaster: 1 },
      make: () => ({
        http: {
          method: 'GET',
          path: '/api/summary?by=district',
          body: null,
          count: (answer) => Summary.parse(answer).rows.length,
        },
        inProcess: async (context) =>
          (await depositSummary({ params: {}, query: { by: 'district' }, body: null }, context)).rows.length,
        sql: ASK_SQL.summary(),
      }),
    },
  ]
}

function near(name: string, dataset: 'deposits' | 'roads', withinKm: number | null): AskQuestion {
  return {
    ...{ name, timesFaster: withinKm === null ? 5 : 1 },
    make(at) {
      const place = { kind: 'shape' as const, geometry: { type: 'Point' as const, coordinates: at } }
      const body = { place, datasets: [dataset], ...(withinKm === null ? { limit: 10 } : { withinKm, limit: LISTED }) }
      return {
        http: { method: 'POST', path: '/api/near', body, count: (answer) => foundIn(Found.parse(answer)) },
        inProcess: async (context) => foundIn(await askNear({ ...none, body }, context)),
        sql: withinKm === null ? ASK_SQL.nearest(dataset, at) : ASK_SQL.radius(at, withinKm, LISTED),
      }
    },
  }
}

interface Area {
  area: { kind: 'box'; bbox: [number, number, number, number] } | { kind: 'shape'; geometry: Polygon }
  /** As PostGIS has it. */
  sql: string
}
type Polygon = { type: 'Polygon'; coordinates: Position[][] }

function within(name: string, timesFaster: number, areaAt: (place: Position) => Area): AskQuestion {
  return {
    ...{ name, timesFaster },
    make(place) {
      const { area, sql } = areaAt(place)
      const body = { area, datasets: ['deposits'], limit: LISTED }
      return {
        http: { method: 'POST', path: '/api/within', body, count: (answer) => foundIn(Found.parse(answer)) },
        inProcess: async (context) => foundIn(await askWithin({ ...none, body }, context)),
        sql: ASK_SQL.within(sql, LISTED),
      }
    },
  }
}

function boxAround([lon, lat]: Position, side: number): Area {
  const bbox: [number, number, number, number] = [lon - side / 2, lat - side / 2, lon + side / 2, lat + side / 2]
  return { area: { kind: 'box', bbox }, sql: `ST_MakeEnvelope(${bbox.join(',')},4326)` }
}

function starAround([lon, lat]: Position, radius: number): Area {
  const ring = Array.from({ length: 201 }, (_, corner): Position => {
    const angle = (2 * Math.PI * (corner % 200)) / 200
    const out = radius * (1 + 0.3 * Math.sin(9 * angle))
    return [lon + out * Math.cos(angle), lat + out * Math.sin(angle)]
  })
  const text = ring.map((at) => at.join(' ')).join(',')
  const geometry: Polygon = { type: 'Polygon', coordinates: [ring] }
  return { area: { kind: 'shape', geometry }, sql: `ST_GeomFromText('POLYGON((${text}))',4326)` }
}

function band(name: string, withinKm: number): AskQuestion {
  return {
    ...{ name, timesFaster: 1 },
    make(_, random) {
      const id = CORRIDORS[Math.floor(random() * CORRIDORS.length)] ?? ''
      return {
        http: {
          ...{ method: 'GET', path: `/api/corridors/${id}/band?withinKm=${withinKm}`, body: null },
          count: (answer) => foundIn(Found.parse(answer)),
        },
        inProcess: async (context) =>
          foundIn(await corridorBand({ params: { id }, query: { withinKm }, body: null }, context)),
        sql: ASK_SQL.band(id, withinKm),
      }
    },
  }
}

/** Asked as OGC API – Features asks it: the first features under the filter, whole, and how many there are. */
function filtered(name: string, withinKm: number): AskQuestion {
  const deposits = DATASETS.find(({ id }) => id === 'deposits')
  if (!deposits) throw new Error('there is no dataset of deposits')
  const page = { dataset: 'deposits', orders: [], limit: LISTED, cursor: undefined, total: Number.NaN }
  return {
    ...{ name, timesFaster: 1 },
    make([lon, lat]) {
      const text = `commodities = 'copper' AND status = 'exploration' AND S_DWITHIN(geometry, POINT(${lon} ${lat}), ${withinKm}, 'km')`
      const path = `/ogc/collections/deposits/items?limit=${LISTED}&filter=${encodeURIComponent(text)}`
      return {
        http: { method: 'GET', path, body: null, count: (answer) => Matched.parse(answer).numberMatched },
        async inProcess(context) {
          const filter = parseText(text, queryablesOf(deposits))
          return (await selectPage({ ...page, question: { filter } }, context)).numberMatched
        },
        sql: ASK_SQL.filtered([lon, lat], withinKm, LISTED),
      }
    },
  }
}

const Found = z.object({
  features: z.array(z.unknown()),
  counts: z.array(z.object({ features: z.number() })).nullable(),
})
const Summary = z.object({ rows: z.array(z.unknown()) })
const Matched = z.object({ numberMatched: z.number() })

function foundIn({ features, counts }: z.output<typeof Found>): number {
  return counts?.[0]?.features ?? features.length
}
