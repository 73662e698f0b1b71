/**
 * Assumptions as the engine uses them: the defaults, taken from the `freight-costs` dataset where it has a figure and
 * from the table below where it has none, and the values of one question. What rests on memory says so.
 */

import {
  ASSUMPTION_KEYS,
  ASSUMPTIONS,
  type Assumption,
  type AssumptionKey,
  type Range,
} from '#geodata/contract/logistics.ts'
import { GENERAL_KNOWLEDGE } from '#geodata/contract/provenance.ts'
import type { FreightCostProperties } from '#geodata/datasets/freight-costs/dataset.ts'

/** Record of `freight-costs` by assumption; the loader of defaults fails where one is missing. */
const FROM_RECORDS: Partial<Record<AssumptionKey, string>> = {
  roadRate: 'road-tkm-pk',
  roadMountainRate: 'road-tkm-pk-mountain',
  truckPayload: 'truck-cargo-legal',
  speedMotorway: 'speed-road-motorway',
  speedNational: 'speed-road-national',
  speedMountain: 'speed-road-kkh',
  railRate: 'rail-tkm-pk',
  wagonPayload: 'payload-rail-wagon',
  speedRail: 'speed-rail',
  transloadCost: 'transload',
  seaRate: 'sea-tkm',
  speedSea: 'speed-sea',
  portHandling: 'port-handling',
  portRate: 'pibt-rate',
  borderFee: 'border-fee',
}

const FROM_MEMORY: Partial<Record<AssumptionKey, readonly [low: number, base: number, high: number, note: string]>> = {
  unpavedFactor: [1.2, 1.5, 2, 'Cost per tonne-km on gravel and tracks against asphalt.'],
  motorwayToll: [0.02, 0.036, 0.06, 'Where a toll is marked; of the order of 10 rupees per km for a three-axle truck.'],
  truckTare: [
    12,
    14,
    17,
    'Empty truck with its trailer; with the payload it is what a posted weight limit is held against.',
  ],
  legalAxleLoad: [12, 12, 12, 'Single axle on twin tyres; lower limits on an edge cut the payload in proportion.'],
  truckHoursPerDay: [
    12,
    16,
    20,
    'Hours under way out of 24; Karachi to Kashgar in 8 days is reported (Daily Times 2025-03).',
  ],
  speedMinor: [20, 28, 35, 'Loaded truck, provincial and district roads.'],
  speedTrack: [8, 12, 18, 'Loaded truck, gravel and mine tracks.'],
  detourFactor: [1.2, 1.4, 1.8, 'Length of an unmapped way against the straight line.'],
  railDwell: [12, 24, 72, 'Waiting for wagons and shunting at a change between road and rail.'],
  shipSizeExponent: [
    0.25,
    0.35,
    0.45,
    'Cost per tonne falls with deadweight to the power of minus this; from shipping economics.',
  ],
  portDwell: [48, 96, 168, 'Storage and waiting for the berth, loading itself apart.'],
  storageCost: [0, 0.2, 0.6, 'Charged for the hours of dwell at ports and yards and for the wait at borders.'],
  borderDelay: [12, 48, 120, 'Clearance of a loaded truck or train.'],
  roadCo2: [0.06, 0.08, 0.11, 'Loaded truck and empty return, flat.'],
  roadMountainCo2Factor: [1.3, 1.6, 2, 'Fuel on mountain roads against flat ones.'],
  railCo2: [0.015, 0.024, 0.035, 'Diesel bulk train.'],
  seaCo2: [0.004, 0.006, 0.009, 'Bulk carrier of about 50,000 t.'],
  handlingCo2: [0.2, 0.4, 1, 'Loaders and cranes at one change of mode.'],
  timeValue: [
    0.005,
    0.015,
    0.03,
    'Interest on a cargo of about USD 1,300 per tonne at 10 % a year; used by the mix alone.',
  ],
  carbonPrice: [0, 50, 100, 'Used by the mix alone.'],
}

export type Assumptions = ReadonlyMap<AssumptionKey, Assumption>
/** One number for each assumption. */
export type Rates = Readonly<Record<AssumptionKey, number>>

/** `records`: the features of `freight-costs`. Throws where the dataset lacks a record that is built upon. */
export function defaultAssumptions(
  records: Iterable<{ id: string; properties: FreightCostProperties }>,
): Map<AssumptionKey, Assumption> {
  const byId = new Map([...records].map(({ id, properties }) => [id, properties]))
  return new Map(ASSUMPTION_KEYS.map((key) => [key, assumptionOf(key, byId)]))
}

function assumptionOf(key: AssumptionKey, byId: ReadonlyMap<string, FreightCostProperties>): Assumption {
  const record = FROM_RECORDS[key]
  if (record !== undefined) {
    const found = byId.get(record)
    if (!found) throw new Error(`freight-costs has no record ${record}, on which the assumption ${key} rests`)
    return fromRecord(key, record, found)
  }
  const [low, base, high, note] = FROM_MEMORY[key] ?? []
  if (low === undefined || base === undefined || high === undefined) throw new Error(`no default for ${key}`)
  const basis = { source: 'general knowledge, unverified', year: null, confidence: 'low', isFromMemory: true } as const
  return { key, value: { low, base, high }, ...ASSUMPTIONS[key], ...basis, note: note ?? null, record: null }
}

function fromRecord(
  key: AssumptionKey,
  record: string,
  { value, low, high, provenance }: FreightCostProperties,
): Assumption {
  const citations = provenance?.citations ?? []
  return {
    key,
    value: { low: low ?? value, base: value, high: high ?? value },
    ...ASSUMPTIONS[key],
    source: citations.map(({ text }) => text).join('; ') || 'not stated',
    year: provenance?.asOf ?? null,
    confidence: provenance?.confidence ?? 'low',
    isFromMemory: citations.some(({ source }) => source === GENERAL_KNOWLEDGE),
    note: provenance?.note ?? null,
    record,
  }
}

/** The same with the reader's own base values; low and high keep their proportion to the base. */
export function withOverrides(
  assumptions: Assumptions,
  overrides: Partial<Record<AssumptionKey, number>>,
): Map<AssumptionKey, Assumption> {
  const changed = new Map(assumptions)
  for (const key of ASSUMPTION_KEYS) {
    const [base, before] = [overrides[key], assumptions.get(key)]
    if (base === undefined || !before) continue
    const scale = before.value.base === 0 ? 1 : base / before.value.base
    const value: Range = { low: before.value.low * scale, base, high: before.value.high * scale }
    const { min, max } = before
    changed.set(key, { ...before, value: { low: Math.max(min, value.low), base, high: Math.min(max, value.high) } })
  }
  return changed
}

/** A high value of these makes a low cost. */
const FAVOURABLE = new Set<AssumptionKey>([
  'truckPayload',
  'truckHoursPerDay',
  'speedMotorway',
  'speedNational',
  'speedMountain',
  'speedMinor',
  'speedTrack',
  'wagonPayload',
  'speedRail',
  'speedSea',
  'portRate',
])

/** Cheap for large ships, dear for small ones: it has no cheap end. */
const NEUTRAL = new Set<AssumptionKey>(['shipSizeExponent'])

/** Every assumption at its cheap, usual or dear end. */
export function ratesAt(assumptions: Assumptions, end: keyof Range): Rates {
  const opposite = { low: 'high', base: 'base', high: 'low' } as const
  const entries = ASSUMPTION_KEYS.map((key) => {
    const value = assumptions.get(key)?.value
    if (!value) throw new Error(`the assumption ${key} is missing`)
    if (NEUTRAL.has(key)) return [key, value.base] as const
    return [key, value[FAVOURABLE.has(key) ? opposite[end] : end]] as const
  })
  return Object.fromEntries(entries) as Record<AssumptionKey, number>
}
