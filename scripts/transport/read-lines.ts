/** The lines of our own datasets as raw lines of the network: mapped roads, railways and tracks, and schematic segments. */
import type { EDGE_CLASSES, EDGE_STATUSES, EdgeFacts } from '#geodata/network/network.ts'
import type { BuiltFeature } from '../build/builder.ts'
import { linesOf } from '../build/network-lines.ts'
import { type Level, NO_FACTS, type RawLine, verticesOf } from './raw-line.ts'

type EdgeClass = (typeof EDGE_CLASSES)[number]
type EdgeStatus = (typeof EDGE_STATUSES)[number]
export type Datasets = (id: string) => readonly BuiltFeature[]

const ROAD_CLASSES: readonly EdgeClass[] = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary']
/** Railways that carry no freight. */
const LEFT_OUT = ['subway', 'light_rail', 'tram', 'monorail']
const BROAD_GAUGE_MM = 1676
const SEGMENT_CLASSES: Readonly<Record<string, EdgeClass>> = {
  motorway: 'motorway',
  expressway: 'trunk',
  national: 'trunk',
  provincial: 'secondary',
  district: 'tertiary',
  track: 'track',
}

export function mappedLines(datasets: Datasets): RawLine[] {
  return [...roads(datasets('roads')), ...railways(datasets('railways')), ...tracks(datasets('mine-tracks'))]
}

function isOffLevel(properties: BuiltFeature['properties']): boolean {
  return properties.brunnel === 'bridge' || properties.brunnel === 'tunnel'
}

function linesFrom(feature: BuiltFeature, rest: Omit<RawLine, 'vertices'>): RawLine[] {
  return linesOf(feature.geometry)
    .map((line) => ({ ...rest, vertices: verticesOf(line) }))
    .filter(({ vertices }) => vertices.length >= 4)
}

function roads(features: readonly BuiltFeature[]): RawLine[] {
  return features.flatMap((feature) => {
    const { class: kind, isConstruction, oneway, ref, name } = feature.properties
    return linesFrom(feature, {
      level: 'road',
      class: ROAD_CLASSES.find((known) => known === kind) ?? 'minor',
      status: isConstruction === true ? 'under_construction' : 'operational',
      isOneWay: oneway === true,
      isOffLevel: isOffLevel(feature.properties),
      isSchematic: false,
      reckonedLengthM: null,
      facts: { ...NO_FACTS, reference: firstReference(ref), name: name.en || name.ur || name.zh ? name : null },
    })
  })
}

/** Of several numbers on one road the first. */
function firstReference(ref: unknown): string | null {
  return typeof ref === 'string' && ref.trim() !== '' ? (ref.split(/[;,]/)[0]?.trim() ?? null) : null
}

function railways(features: readonly BuiltFeature[]): RawLine[] {
  return features.flatMap((feature) => {
    const { class: kind, service } = feature.properties
    if (LEFT_OUT.includes(String(kind))) return []
    const isGone = kind === 'abandoned' || kind === 'disused'
    return linesFrom(feature, {
      level: 'rail-1676',
      class: service === null && kind === 'rail' ? 'rail-main' : 'rail-branch',
      status: isGone ? 'closed' : 'operational',
      isOneWay: false,
      isOffLevel: isOffLevel(feature.properties),
      isSchematic: false,
      reckonedLengthM: null,
      facts: NO_FACTS,
    })
  })
}

function tracks(features: readonly BuiltFeature[]): RawLine[] {
  return features.flatMap((feature) =>
    linesFrom(feature, {
      level: 'road',
      class: feature.properties.class === 'track' ? 'track' : 'minor',
      status: 'operational',
      isOneWay: false,
      isOffLevel: false,
      isSchematic: false,
      reckonedLengthM: null,
      facts: NO_FACTS,
    }),
  )
}

/** Segments of the road and rail lists, with their lines: traced ones to match mapped lines by, schematic ones as they are. */
export function segmentLines(datasets: Datasets): RawLine[] {
  const rail = datasets('network-railways').flatMap((feature) =>
    segment(feature, levelOf(feature.properties.gaugeMm), 'rail-main'),
  )
  const road = datasets('network-roads').flatMap((feature) =>
    segment(feature, 'road', SEGMENT_CLASSES[String(feature.properties.class)] ?? 'primary'),
  )
  return [...road, ...rail]
}

function levelOf(gaugeMm: unknown): Level {
  return gaugeMm === 1435 ? 'rail-1435' : 'rail-1676'
}

function segment(feature: BuiltFeature, level: Level, kind: EdgeClass): RawLine[] {
  const { properties } = feature
  const isSchematic = properties.geometryQuality === 'schematic'
  const reckonedKm = properties.estimatedLengthKm ?? properties.lengthKm
  const lines = linesFrom(feature, {
    level,
    class: kind,
    status: properties.status as EdgeStatus,
    isOneWay: false,
    isOffLevel: false,
    isSchematic,
    reckonedLengthM: isSchematic && typeof reckonedKm === 'number' ? reckonedKm * 1000 : null,
    facts: factsOf(feature, level),
  })
  const isNew = kind === 'motorway' && properties.status !== 'operational' && !isSchematic
  return isNew ? [...lines, ...lines.map((line) => straightened(line, Number(reckonedKm)))] : lines
}

/** A motorway that is being built was traced along the roads in its stead: it is itself a straight line of its own length. */
function straightened(line: RawLine, reckonedKm: number): RawLine {
  const vertices = [...line.vertices.slice(0, 2), ...line.vertices.slice(-2)]
  return { ...line, vertices, isSchematic: true, reckonedLengthM: reckonedKm * 1000 }
}

function factsOf({ properties }: BuiltFeature, level: Level): EdgeFacts {
  const { ref, name, openedYear, surface, toll, lengthKm, provenance, seasonalClosure } = properties
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
  const gauge = typeof properties.gaugeMm === 'number' ? properties.gaugeMm : BROAD_GAUGE_MM
  return {
    reference: text(ref),
    name,
    gaugeMm: level === 'road' ? null : gauge,
    year: typeof openedYear === 'number' ? openedYear : null,
    corridors: [],
    surface: text(surface),
    axleLoadLimitT: null,
    grossWeightLimitT: null,
    toll: toll === true ? 'tolled' : toll === false ? 'none' : null,
    officialLengthKm: typeof lengthKm === 'number' ? lengthKm : null,
    sources: [...new Set(provenance?.citations.map(({ source }) => source) ?? [])],
    confidence: provenance?.confidence ?? 'low',
    note: [text(seasonalClosure), provenance?.note].filter(Boolean).join('; ') || null,
  }
}
