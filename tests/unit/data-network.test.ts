/** The built network and energy datasets against truths from outside: official lengths, published figures, every row kept. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import { distanceM, lengthM } from '#geodata/spatial/geodesic.ts'
import { openInputs } from '#scripts/build/inputs.ts'
import { linesOf } from '#scripts/build/network-lines.ts'
import { nameByScript } from '#scripts/build/network-names.ts'

interface BuiltFeature {
  id: string
  geometry: Geometry | null
  properties: Record<string, unknown>
}

const root = resolve(import.meta.dirname, '../..')

function dataset(id: string): BuiltFeature[] {
  return JSON.parse(readFileSync(join(root, `geodata/datasets/${id}/features.geojson`), 'utf8')).features
}

const km = (geometry: Geometry | null): number => linesOf(geometry).reduce((sum, line) => sum + lengthM(line), 0) / 1000

function byId(features: readonly BuiltFeature[], id: string): BuiltFeature {
  const found = features.find((feature) => feature.id === id)
  if (!found) throw new Error(`no feature ${id}`)
  return found
}

function pointOf({ geometry }: BuiltFeature): Position {
  if (geometry?.type !== 'Point') throw new Error('expected a point')
  return geometry.coordinates
}

/** Both ends of a line that is one piece. */
function endsOf({ geometry }: BuiltFeature): [Position, Position] {
  const [line, ...others] = linesOf(geometry)
  const [start, end] = [line?.[0], line?.at(-1)]
  if (!start || !end || others.length > 0) throw new Error('expected one line')
  return [start, end]
}

const deviation = (measured: number, official: number): number => Math.abs(measured / official - 1)

const roads = dataset('roads')
const corridors = dataset('corridors')
const sections = dataset('corridor-sections')

describe('roads', () => {
  // Official lengths of the National Highway Authority; each carriageway of a dual road is a line of its own.
  it.each([
    ['N-5', 1819, 0.03],
    ['N-25', 813, 0.03],
    ['N-35', 806, 0.03],
    ['N-40', 610, 0.03],
    ['M-5', 392, 0.03],
    ['N-70', 447, 0.04],
  ])('%s is as long as officially stated: %d km', (ref, officialKm, tolerance) => {
    const measured = roads
      .filter(({ properties }) => properties.ref === ref && properties.isConstruction === false)
      .reduce((sum, { geometry, properties }) => sum + km(geometry) * (properties.oneway === true ? 0.5 : 1), 0)
    expect(deviation(measured, officialKm), `${Math.round(measured)} km`).toBeLessThan(tolerance)
  })

  it('have every class and hold Urdu names in the Urdu slot', () => {
    const classes = new Set(roads.map(({ properties }) => properties.class))
    expect([...classes].sort()).toEqual(['motorway', 'primary', 'secondary', 'tertiary', 'trunk'])
    const names = roads.map(({ properties }) => properties.name as { en: string | null; ur: string | null })
    expect(names.filter(({ en }) => en && /\p{Script=Arabic}/u.test(en))).toEqual([])
    expect(names.filter(({ ur }) => ur && !/\p{Script=Arabic}/u.test(ur))).toEqual([])
  })
})

describe('corridors', () => {
  it('are the 36 of the list, each over sections that exist', () => {
    expect(corridors).toHaveLength(36)
    const known = new Set(sections.map(({ id }) => id))
    for (const { id, properties } of corridors)
      for (const section of properties.sections as string[]) expect(known.has(section), `${id}: ${section}`).toBe(true)
  })

  // Not fitted: the lines are laid along mapped roads and measured afterwards.
  it.each([
    ['cpec-western', 0.07],
    ['cpec-central', 0.07],
    ['cpec-eastern', 0.06],
    ['m14-hakla-dikhan', 0.03],
    ['m5', 0.03],
    ['m6', 0.03],
    ['m8-khuzdar-ratodero', 0.04],
    ['n30', 0.04],
    ['n85', 0.02],
    ['n40', 0.04],
    ['n25-karachi-quetta-chaman', 0.03],
    ['n10-makran', 0.06],
    ['thar-karachi-road', 0.05],
    ['saindak-access', 0.04],
    ['ml1', 0.02],
    ['ml1-phase1', 0.02],
    ['ml3', 0.06],
    ['thar-rail', 0.04],
  ])('%s is near its official length', (id, tolerance) => {
    const { geometry, properties } = byId(corridors, id)
    const official = properties.lengthKm as number
    expect(deviation(km(geometry), official), `${Math.round(km(geometry))} of ${official} km`).toBeLessThan(tolerance)
  })

  it.each(['cpec-western', 'cpec-central', 'cpec-eastern'])('%s runs unbroken from Khunjerab to Gwadar', (id) => {
    const [start, end] = endsOf(byId(corridors, id))
    expect(distanceM(start, [75.42, 36.85])).toBeLessThan(5_000)
    expect(distanceM(end, [62.3396, 25.1105])).toBeLessThan(2_000)
  })

  it('share Khunjerab to Burhan, officially 793 km', () => {
    const common = sections.filter(({ properties }) => {
      const over = properties.corridorIds as string[]
      return ['cpec-western', 'cpec-central', 'cpec-eastern'].every((id) => over.includes(id))
    })
    const northern = common.filter(({ properties }) => ['N-35', 'E-35/M-15'].includes(String(properties.ref)))
    const length = northern.reduce((sum, { geometry }) => sum + km(geometry), 0)
    expect(deviation(length, 793), `${Math.round(length)} km`).toBeLessThan(0.03)
  })

  it('are as long as their sections and the short connections between these', () => {
    const lengths = new Map(sections.map(({ id, properties }) => [id, properties.lineLengthKm as number]))
    for (const { id, geometry, properties } of corridors) {
      const sum = (properties.sections as string[]).reduce((total, section) => total + (lengths.get(section) ?? 0), 0)
      expect(km(geometry) - sum, id).toBeGreaterThan(-1)
      expect(km(geometry) - sum, id).toBeLessThan(40)
    }
  })

  it('say which part is schematic: what is planned and what lies in China follows no mapped line', () => {
    for (const id of ['kkh-china', 'khunjerab-rail', 'reko-diq-rail-link', 'm6', 'rail-gwadar'])
      expect(byId(corridors, id).properties.geometryQuality, id).toBe('schematic')
    for (const id of ['kkh', 'ml1', 'n40', 'cpec-western'])
      expect(byId(corridors, id).properties.geometryQuality, id).toBe('traced')
  })
})

it('a trace that covers two rows of the network is cut between them, and nothing is lost', () => {
  const built = dataset('network-roads')
  const [first, second] = [byId(built, 'm-8-west-1'), byId(built, 'm-8-west-2')]
  expect(first.properties.tracedWith).toBe('1+2')
  expect(endsOf(first)[1]).toEqual(endsOf(second)[0])
  expect(km(first.geometry) + km(second.geometry)).toBeCloseTo(112.7, 0)
})

describe('the HVDC line and Gwadar', () => {
  it('Matiari–Lahore is a 660 kV direct-current line of 4,000 MW', () => {
    const { properties } = byId(dataset('transmission-lines'), 'hvdc-matiari-lahore')
    expect(properties).toMatchObject({ kv: 660, current: 'DC', capacityMw: 4000, status: 'operational' })
  })

  it('the new airport is at its runway, not at the old field', () => {
    const airport = byId(dataset('airports'), 'gwd')
    expect(distanceM(pointOf(airport), [62.48, 25.29])).toBeLessThan(3_000)
    expect(airport.properties.runwayLengthM).toBe(3658)
  })

  it('no airport took the runway of another', () => {
    const mansehra = byId(dataset('airports'), 'hra')
    expect(mansehra.properties.runwayLengthM).toBeNull()
    expect(distanceM(pointOf(mansehra), [73.2, 34.33])).toBeLessThan(5_000)
  })
})

describe('power plants', () => {
  it('keep the rival figure of Suki Kinari and sum the units of Port Qasim', () => {
    const plants = dataset('power-plants')
    const note = (byId(plants, 'suki-kinari').properties.provenance as { note: string }).note
    expect(note).toContain('870 MW')
    expect(byId(plants, 'port-qasim-coal').properties).toMatchObject({ capacityMw: 1320, fuel: 'coal', isCpec: true })
    expect(byId(plants, 'tarbela-hydroelectric-plant').properties.capacityMw).toBe(3478)
  })

  it('list Quaid-e-Azam Solar Park once', () => {
    const solar = dataset('power-plants').filter(({ properties }) => properties.fuel === 'solar')
    expect(solar.filter(({ id }) => id.includes('quaid') || id === 'qa-solar')).toHaveLength(1)
  })
})

it('puts a name into the slot of its script', () => {
  expect(nameByScript('شاہراہ قراقرم')).toEqual({ en: null, ur: 'شاہراہ قراقرم', zh: null })
  expect(nameByScript('喀喇昆仑公路')).toEqual({ en: null, ur: null, zh: '喀喇昆仑公路' })
  expect(nameByScript('Karakoram Highway')).toEqual({ en: 'Karakoram Highway', ur: null, zh: null })
  expect(nameByScript(' ')).toEqual({ en: null, ur: null, zh: null })
})

const shared = process.env.ORELINK_SHARED ?? resolve(root, '../shared')

describe.skipIf(!existsSync(join(shared, 'facts')))('against the folder of facts', () => {
  const inputs = openInputs(shared)

  it.each([
    ['corridors', 'facts/corridors.csv'],
    ['network-places', 'facts/network/places.csv'],
    ['substations', 'facts/grid/substations.csv'],
    ['published-distances', 'facts/network/distances.csv'],
    ['power-plants', 'facts/power.csv'],
  ])('%s has every row of %s', (id, path) => {
    const ids = new Set(dataset(id).map((feature) => feature.id))
    expect(inputs.csv(path).filter((row) => !ids.has(row.id ?? ''))).toEqual([])
  })

  it('every segment of road and rail is there, with its published length', () => {
    const built = [...dataset('network-roads'), ...dataset('network-railways')]
    const keys = new Map(
      built.map(({ properties }) => [`${properties.ref}#${properties.seq}`, properties.lengthKm as number | null]),
    )
    const rows = [
      ...inputs.csv('facts/network/roads.csv').map((row) => ({ ...row, ref: row.road_ref })),
      ...inputs.csv('facts/network/railways.csv').map((row) => ({ ...row, ref: row.line_ref })),
      ...inputs.csv('facts/network/links_abroad.csv').map((row) => ({ ...row, ref: row.link_id })),
    ] as { ref: string; seq: string; length_km: string | null }[]
    expect(rows).toHaveLength(built.length)
    for (const { ref, seq, length_km } of rows)
      expect(keys.get(`${ref}#${seq}`), `${ref} ${seq}`).toBe(length_km === null ? null : Number(length_km))
  })

  it('every gas main is there, by the id of the tracker or our own', () => {
    const mains = dataset('gas-pipelines')
    const known = new Set(mains.flatMap(({ id, properties }) => [id, properties.gemId]))
    expect(inputs.csv('facts/grid/gas_network.csv').filter((row) => !known.has(row.gem_id ?? row.id))).toEqual([])
  })
})
