/** Builds `airports`: the airport table in metres, at the runway or the mapped aerodrome where the table's point is poor. */
import type { Position } from '#geodata/contract/geo.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import { NO_NAME } from './network-names.ts'
import { number, type Row } from './network-segments.ts'

const METRES_PER_FOOT = 0.3048
/** A runway farther from its airport than this belongs to another airport of the same code. */
const MAX_RUNWAY_DISTANCE_M = 30_000
/** A mapped aerodrome farther from the runway than this is an older field of the same name. */
const SAME_FIELD_M = 6_000

/** Airports that moved: the table still has the old field's name or point. */
const OTHER_NAMES: Readonly<Record<string, { ur?: string; zh?: string; altNames: string[] }>> = {
  GWD: {
    ur: 'نیو گوادر بین الاقوامی ہوائی اڈا',
    zh: '新瓜达尔国际机场',
    altNames: ['New Gwadar International Airport', 'NGIA'],
  },
  ISB: { zh: '伊斯兰堡国际机场', altNames: ['New Islamabad International Airport'] },
  KHI: { zh: '真纳国际机场', altNames: [] },
}

interface Aerodrome {
  position: Position
  ur: string | null
}

/** Mapped aerodromes by IATA and by ICAO code. */
function mappedAerodromes(inputs: Inputs): Map<string, Aerodrome> {
  const byCode = new Map<string, Aerodrome>()
  for (const { geometry, properties } of inputs.geojson('upstream/osm-2021-features/aerodromes.geojson').features) {
    if (geometry?.type !== 'Point') continue
    const ur = typeof properties.name_ur === 'string' ? properties.name_ur : null
    for (const code of [properties.iata, properties.icao])
      if (typeof code === 'string' && !byCode.has(code)) byCode.set(code, { position: geometry.coordinates, ur })
  }
  return byCode
}

function airport(row: Row, aerodromes: ReadonlyMap<string, Aerodrome>): BuiltFeature {
  const listed: Position = [Number(row.lon), Number(row.lat)]
  const end: Position | null = row.runway_lon ? [Number(row.runway_lon), Number(row.runway_lat)] : null
  const isForeignRunway = end !== null && distanceM(end, listed) > MAX_RUNWAY_DISTANCE_M
  const runway = isForeignRunway ? null : end
  const mapped = row.country === 'PK' ? (aerodromes.get(row.iata ?? '') ?? aerodromes.get(row.icao ?? '')) : undefined
  const field = mapped && distanceM(mapped.position, runway ?? listed) < SAME_FIELD_M ? mapped.position : null
  const other = OTHER_NAMES[row.iata ?? '']
  const feet = (cell: string | null | undefined): number | null => {
    const value = isForeignRunway ? null : number(cell)
    return value === null ? null : Math.round(value * METRES_PER_FOOT)
  }
  return {
    id: (row.iata ?? row.icao ?? '').toLowerCase(),
    geometry: { type: 'Point', coordinates: field ?? runway ?? listed },
    properties: {
      name: { ...NO_NAME, en: row.name ?? null, ur: other?.ur ?? mapped?.ur ?? null, zh: other?.zh ?? null },
      altNames: [...new Set([row.iata, row.icao, ...(other?.altNames ?? [])].flatMap((name) => name ?? []))],
      geometryQuality: field || runway ? 'exact' : 'approximate',
      iata: row.iata,
      icao: row.icao,
      kind: row.type?.replace('_airport', ''),
      scheduledService: row.scheduled_service === null ? null : row.scheduled_service === 'TRUE',
      runwayLengthM: feet(row.runway_length_ft) || null,
      runwaySurface: isForeignRunway ? null : row.runway_surface,
      elevationM: feet(row.elevation_ft),
      country: row.country,
    },
  }
}

export const airportsBuilder: DatasetBuilder = {
  produces: ['airports'],
  build(inputs) {
    const aerodromes = mappedAerodromes(inputs)
    const rows = inputs.csv('upstream/airports-ourairports/airports.csv')
    return new Map([['airports', rows.map((row) => airport(row, aerodromes))]])
  },
}
