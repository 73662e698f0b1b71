/**
 * Builds `power-plants` from three lists: our own facts lead and keep the rival figures of the others in the note; the
 * trackers' units are summed to plants; the WRI table adds only what neither has.
 */
import { slugOf } from '#geodata/contract/filter.ts'
import type { Position } from '#geodata/contract/geo.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import type { SourceRecord } from './citations.ts'
import { PLANT_NAMES, SAME_PLANT, WRI_KNOWN_ELSEWHERE, WRONG_POINT } from './energy-power-matches.ts'
import { worksStatus } from './energy-status.ts'
import { gemProvenance, positive, textOf, yearOf } from './energy-trackers.ts'
import { NO_NAME } from './network-names.ts'
import { number, type Row } from './network-segments.ts'
import { provenanceOf } from './provenance.ts'
import { loadSources } from './sources.ts'

interface Plant {
  name: string
  fuel: string
  position: Position
  quality: 'exact' | 'approximate' | 'district'
  capacityMw: number | null
  capacityByStatusMw: Partial<Record<WorksStatus, number>>
  status: WorksStatus
  statusText: string | null
  startYear: number | null
  owner: string | null
  gemIds: string[]
  url: string | null
  release: string | null
}

/** From the state that tells most of a plant to the one that tells least. */
const STATUS_ORDER = WorksStatus.options

/** A WRI row within this distance of a tracked plant of the same kind is that plant. */
const SAME_SITE_M = 3_000

/** Plants at one point, each under its own name, stand at a stand-in for their district. */
const CROWD = 3

function fuelOf(words: string): string {
  const text = words.toLowerCase()
  if (/gas/.test(text)) return 'gas'
  if (/liquid|oil/.test(text)) return 'oil'
  if (/hydro/.test(text)) return 'hydro'
  if (/coal|lignite/.test(text)) return 'coal'
  for (const fuel of ['nuclear', 'bioenergy', 'solar', 'wind']) if (text.includes(fuel)) return fuel
  if (text === 'grid') return 'converter'
  throw new Error(`power plants: unknown fuel "${words}"`)
}

const tidy = (megawatts: number): number => Math.round(megawatts * 10) / 10

interface Unit {
  position: Position
  row: Record<string, unknown>
  status: WorksStatus
  statusText: string | null
  capacityMw: number
}

/** Units of one plant as one record: the best state wins, and its units give capacity, fuel, place and first year. */
function sumUnits(name: string, units: readonly Unit[]): Plant {
  const capacityByStatusMw: Partial<Record<WorksStatus, number>> = {}
  for (const { status, capacityMw } of units)
    capacityByStatusMw[status] = tidy((capacityByStatusMw[status] ?? 0) + capacityMw)
  const status = STATUS_ORDER.find((one) => capacityByStatusMw[one] !== undefined) ?? 'planned'
  const leading = units.filter((unit) => unit.status === status)
  const largest = leading.toSorted((a, b) => b.capacityMw - a.capacityMw)[0]
  if (!largest) throw new Error(`power plants: ${name} has no units`)
  const years = leading.flatMap(({ row }) => yearOf(row.start_year) ?? [])
  const texts = new Set(leading.map(({ statusText }) => statusText))
  return {
    name,
    fuel: fuelOf(String(largest.row.fuel)),
    position: largest.position,
    quality: largest.row.location_accuracy === 'exact' ? 'exact' : 'approximate',
    capacityMw: capacityByStatusMw[status] ?? null,
    capacityByStatusMw,
    status,
    statusText: texts.size === 1 ? largest.statusText : null,
    startYear: years.length > 0 ? Math.min(...years) : null,
    owner: textOf(largest.row.owner)?.replaceAll(' [100%]', '') ?? null,
    gemIds: [...new Set(units.flatMap(({ row }) => textOf(row.gem_id) ?? []))].sort(),
    url: textOf(largest.row.url),
    release: textOf(largest.row.release),
  }
}

function trackedPlants(inputs: Inputs): Plant[] {
  const byName = new Map<string, Unit[]>()
  for (const { geometry, properties: row } of inputs.geojson('upstream/energy-gem/power-plants.geojson').features) {
    if (geometry?.type !== 'Point') throw new Error(`power plants: ${row.name} has no point`)
    const unit = {
      position: geometry.coordinates,
      row,
      ...worksStatus(textOf(row.status)),
      capacityMw: positive(row.capacity_mw) ?? 0,
    }
    const name = String(row.name)
    byName.set(name, [...(byName.get(name) ?? []), unit])
  }
  const plants = [...byName].map(([name, units]) => {
    // Units that were never built say nothing of a plant that has others.
    const real = units.filter(({ statusText }) => !statusText?.startsWith('cancelled'))
    return sumUnits(name, real.length > 0 ? real : units)
  })
  const atPoint = new Map<string, number>()
  for (const { position } of plants) atPoint.set(String(position), (atPoint.get(String(position)) ?? 0) + 1)
  for (const plant of plants) if ((atPoint.get(String(plant.position)) ?? 0) >= CROWD) plant.quality = 'district'
  return plants
}

/** Rows of the WRI table that have coordinates. Rental plants of the government were closed long ago (its SOURCE note). */
function wriPlants(inputs: Inputs): Plant[] {
  return inputs.csv('upstream/power-wri-gppd-pakistan/pakistan.csv').flatMap((row) => {
    if (!row.Latitude || !row.Longitude) return []
    const isRental = row.Owner === 'Government RPP'
    const status = isRental ? 'closed' : 'operational'
    const capacityMw = number(row['Capacity (MW)'])
    return {
      name: row.Name ?? '',
      fuel: fuelOf(row.Fuel ?? ''),
      position: [Number(row.Longitude), Number(row.Latitude)],
      quality: 'approximate',
      capacityMw,
      capacityByStatusMw: capacityMw === null ? {} : { [status]: capacityMw },
      status,
      statusText: isRental ? 'rental plant, closed' : null,
      startYear: yearOf(row['Commissioning Date']),
      owner: row.Owner ?? null,
      gemIds: [],
      url: null,
      release: null,
    }
  })
}

const isThermal = (fuel: string): boolean => ['coal', 'gas', 'oil'].includes(fuel)

function isSamePlant(a: Plant, b: Plant): boolean {
  const alike = a.fuel === b.fuel || (isThermal(a.fuel) && isThermal(b.fuel))
  return alike && distanceM(a.position, b.position) < SAME_SITE_M
}

const feature = (
  id: string,
  plant: Plant,
  provenance: BuiltFeature['properties']['provenance'],
  isCpec: boolean,
): BuiltFeature => ({
  id,
  geometry: WRONG_POINT[plant.name] ? null : { type: 'Point', coordinates: plant.position },
  properties: {
    name: { ...NO_NAME, en: plant.name, ...PLANT_NAMES[id] },
    geometryQuality: plant.quality,
    ...(provenance ? { provenance } : {}),
    fuel: plant.fuel,
    capacityMw: plant.capacityMw,
    capacityByStatusMw: Object.keys(plant.capacityByStatusMw).length > 1 ? plant.capacityByStatusMw : null,
    status: plant.status,
    statusText: plant.statusText,
    startYear: plant.startYear,
    owner: plant.owner,
    isCpec,
    gemIds: plant.gemIds,
    url: plant.url,
  },
})

/** What the rival list says of the same plant, where it differs from ours. */
function rivalNote(list: string, rival: Plant, ours: { status: WorksStatus; row: Row }): string | null {
  const inOurState = rival.capacityByStatusMw[ours.status]
  const differences = [
    (inOurState ?? rival.capacityMw) !== number(ours.row.capacity_mw) ? `${inOurState ?? rival.capacityMw} MW` : null,
    inOurState === undefined && rival.status !== ours.status ? (rival.statusText ?? rival.status) : null,
    rival.startYear !== number(ours.row.cod_year) && rival.startYear ? `start ${rival.startYear}` : null,
  ].filter((text) => text !== null)
  return differences.length > 0 ? `${list} (${rival.name}) says ${differences.join(', ')}.` : null
}

function ourPlant(row: Row, rival: Plant | undefined, list: string, sources: readonly SourceRecord[]): BuiltFeature {
  const id = row.id ?? ''
  const state = worksStatus(row.status)
  const provenance = provenanceOf(row, sources)
  const rivalText = rival ? rivalNote(list, rival, { status: state.status, row }) : null
  provenance.note = [provenance.note, rivalText].filter((text) => text !== null).join(' ') || null
  const usesRivalPlace = rival?.quality === 'exact'
  return feature(
    id,
    {
      name: row.name ?? '',
      fuel: fuelOf(row.fuel ?? ''),
      position: usesRivalPlace ? rival.position : [Number(row.lon), Number(row.lat)],
      quality: usesRivalPlace ? 'exact' : row.coord_quality === 'approx_km' ? 'approximate' : 'district',
      capacityMw: number(row.capacity_mw),
      capacityByStatusMw: rival?.capacityByStatusMw ?? {},
      ...state,
      startYear: number(row.cod_year),
      owner: row.operator ?? rival?.owner ?? null,
      gemIds: rival?.gemIds ?? [],
      url: rival?.url ?? null,
      release: null,
    },
    provenance,
    row.cpec === 'yes',
  )
}

/** The name, or name and fuel where two plants differ only in capital letters. */
function idOf(plant: Plant, among: readonly Plant[]): string {
  const id = slugOf(plant.name)
  return among.some((other) => other !== plant && slugOf(other.name) === id) ? `${id}-${plant.fuel}` : id
}

export const powerPlantsBuilder: DatasetBuilder = {
  produces: ['power-plants'],
  build(inputs) {
    const sources = loadSources(inputs)
    const [tracked, wri] = [trackedPlants(inputs), wriPlants(inputs)]
    const byName = (plants: readonly Plant[], name: string | undefined): Plant | undefined => {
      const found = plants.find((plant) => plant.name === name)
      if (name && !found) throw new Error(`power plants: energy-power-matches.ts names "${name}", which no list has`)
      return found
    }
    const taken = new Set<Plant>()
    const rows = inputs.csv('facts/power.csv')
    const ours = rows.map((listed) => {
      // "as hvdc-matiari": both ends of the line rest on the citations of one row.
      const [, other] = /^as ([a-z0-9-]+)$/.exec(listed.source ?? '') ?? []
      const row = other ? { ...listed, source: rows.find(({ id }) => id === other)?.source ?? null } : listed
      const match = SAME_PLANT[row.id ?? '']
      if (!match) throw new Error(`power plants: no line for ${row.id} in energy-power-matches.ts`)
      const rival = byName(tracked, match.gem) ?? byName(wri, match.wri)
      if (rival) taken.add(rival)
      return ourPlant(row, rival, match.gem ? 'Global Energy Monitor' : 'WRI', sources)
    })
    const gem = tracked
      .filter((plant) => !taken.has(plant))
      .map((plant) => {
        const year = yearOf(plant.release?.slice(-4))
        const what = `power plants (release ${plant.release})`
        const cited = gemProvenance(sources, what, year?.toString() ?? null, WRONG_POINT[plant.name] ?? null)
        return feature(idOf(plant, tracked), plant, cited, false)
      })
    const added = wri
      .filter((plant) => !taken.has(plant) && !WRI_KNOWN_ELSEWHERE.includes(plant.name))
      .filter((plant) => !tracked.some((known) => isSamePlant(plant, known)))
      .map((plant) => {
        const row = { source: 'WRI Global Power Plant Database', confidence: 'medium' }
        return feature(`wri-${slugOf(plant.name)}`, plant, provenanceOf(row, sources, { asOf: '2018' }), false)
      })
    return new Map([['power-plants', [...ours, ...gem, ...added]]])
  },
}
