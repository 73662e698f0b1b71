/**
 * What an OpenStreetMap way is to the network, by its tags (wiki.openstreetmap.org: Key:highway, Key:railway, Key:oneway,
 * Key:access, Key:gauge, Key:maxweight). Pure: tags in, attributes or the reason for leaving it out.
 */
import type { EdgeFacts } from '#geodata/network/network.ts'
import { nameByScript } from '../build/network-names.ts'
import { NO_FACTS, type RawLine } from '../transport/raw-line.ts'

export type Tags = Readonly<Record<string, string>>

export interface WayAttributes extends Omit<RawLine, 'vertices'> {
  /** Its vertices are in the order against its direction. */
  isReversed: boolean
}

export type OsmWay = { kind: 'line'; attributes: WayAttributes } | { kind: 'left out'; why: string }

const ROADS: Readonly<Record<string, RawLine['class']>> = {
  motorway: 'motorway',
  motorway_link: 'minor',
  trunk: 'trunk',
  trunk_link: 'minor',
  primary: 'primary',
  primary_link: 'minor',
  secondary: 'secondary',
  secondary_link: 'minor',
  tertiary: 'tertiary',
  tertiary_link: 'minor',
  unclassified: 'minor',
  road: 'minor',
  track: 'track',
}
/** Streets that serve houses: many, and none leads anywhere. Taken when asked for. */
const STREETS: Readonly<Record<string, RawLine['class']>> = {
  residential: 'minor',
  living_street: 'minor',
  service: 'minor',
}
const RAILWAYS = new Set(['rail', 'narrow_gauge'])
const GONE = new Set(['disused', 'abandoned'])
const FORBIDDEN = new Set(['no'])

/** `withStreets`: take residential and service streets too. */
export function osmWay(tags: Tags, withStreets = false): OsmWay {
  if (tags.area === 'yes') return { kind: 'left out', why: 'area' }
  if (tags.railway !== undefined) return railway(tags, tags.railway)
  if (tags.route === 'ferry') return road(tags, 'ferry', 'operational')
  if (tags.highway === undefined) return { kind: 'left out', why: 'neither road, railway nor ferry' }
  const isConstruction = tags.highway === 'construction'
  const kind = isConstruction ? (tags.construction ?? '') : tags.highway
  const roadClass = ROADS[kind] ?? (withStreets ? STREETS[kind] : undefined)
  if (roadClass === undefined) return { kind: 'left out', why: kind in STREETS ? 'street' : 'no road for vehicles' }
  return road(tags, roadClass, isConstruction ? 'under_construction' : 'operational')
}

/** The most specific tag decides whether a lorry may pass. */
function isForbidden({ access, vehicle, motor_vehicle, goods, hgv }: Tags): boolean {
  return FORBIDDEN.has(hgv ?? goods ?? motor_vehicle ?? vehicle ?? access ?? 'yes')
}

function road(tags: Tags, roadClass: RawLine['class'], status: RawLine['status']): OsmWay {
  if (isForbidden(tags)) return { kind: 'left out', why: 'closed to lorries' }
  const direction = directionOf(tags)
  const attributes: WayAttributes = {
    level: 'road',
    class: roadClass,
    status,
    isOneWay: direction !== 'both',
    isReversed: direction === 'backward',
    isOffLevel: isOffLevel(tags),
    isSchematic: false,
    reckonedLengthM: null,
    facts: factsOf(tags),
  }
  return { kind: 'line', attributes }
}

function railway(tags: Tags, value: string): OsmWay {
  const isConstruction = value === 'construction'
  const kind = isConstruction ? (tags.construction ?? '') : value
  if (!RAILWAYS.has(kind) && !GONE.has(kind)) return { kind: 'left out', why: 'railway without freight' }
  const gaugeMm = firstNumber(tags.gauge)
  const attributes: WayAttributes = {
    level: gaugeMm === 1435 ? 'rail-1435' : 'rail-1676',
    class: tags.service === undefined && kind === 'rail' ? 'rail-main' : 'rail-branch',
    status: isConstruction ? 'under_construction' : GONE.has(kind) ? 'closed' : 'operational',
    isOneWay: false,
    isReversed: false,
    isOffLevel: isOffLevel(tags),
    isSchematic: false,
    reckonedLengthM: null,
    facts: { ...factsOf(tags), gaugeMm },
  }
  return { kind: 'line', attributes }
}

function isOffLevel({ bridge, tunnel }: Tags): boolean {
  return (bridge !== undefined && bridge !== 'no') || (tunnel !== undefined && tunnel !== 'no')
}

/** Motorways and roundabouts are one-way unless they say otherwise. */
function directionOf({ oneway, highway, junction }: Tags): 'both' | 'forward' | 'backward' {
  if (oneway === '-1' || oneway === 'reverse') return 'backward'
  if (oneway === 'yes' || oneway === '1' || oneway === 'true') return 'forward'
  if (oneway !== undefined) return 'both'
  return highway === 'motorway' || junction === 'roundabout' ? 'forward' : 'both'
}

function factsOf(tags: Tags): EdgeFacts {
  const reference = tags.ref?.split(/[;,]/)[0]?.trim()
  const mapped = nameByScript(tags.name)
  const name = { en: tags['name:en'] ?? mapped.en, ur: tags['name:ur'] ?? mapped.ur, zh: tags['name:zh'] ?? mapped.zh }
  const isNamed = name.en !== null || name.ur !== null || name.zh !== null
  return {
    ...NO_FACTS,
    reference: reference ? reference : null,
    name: isNamed ? name : null,
    surface: tags.surface ?? null,
    axleLoadLimitT: tonnes(tags.maxaxleload),
    grossWeightLimitT: tonnes(tags.maxweight),
    toll: tags.toll === 'yes' ? 'tolled' : tags.toll === 'no' ? 'none' : null,
    sources: [],
    note: noteOf(tags),
  }
}

/** What the form has no field for is told in words. */
function noteOf(tags: Tags): string | null {
  const parts = [
    tags.access === 'private' ? 'private road' : null,
    tags.access === 'permit' ? 'by permit' : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join('; ')
}

function firstNumber(value: string | undefined): number | null {
  const found = /^\d+/.exec(value ?? '')
  return found ? Number(found[0]) : null
}

/** Tonnes unless another unit stands behind the figure; null where it is no figure. */
export function tonnes(value: string | undefined): number | null {
  const found = /^(\d+(?:\.\d+)?)\s*(t|kg|st|lbs)?$/.exec(value?.trim() ?? '')
  if (!found) return null
  const factor = { t: 1, kg: 0.001, st: 0.90718474, lbs: 0.00045359237 }[found[2] ?? 't'] ?? 1
  return Number((Number(found[1]) * factor).toFixed(3))
}
