/**
 * The transport network in memory: nodes and edges of road, rail and sea as typed arrays, one entry an index. Plain facts
 * of the ground; what a passage costs is reckoned elsewhere from these facts and editable assumptions. No I/O here.
 */
import type { LocalName } from '#geodata/contract/provenance.ts'

/** An edge's mode is its index in this list. A transshipment joins two nodes of unlike modes and has no length. */
export const MODES = ['road', 'rail', 'sea', 'transshipment'] as const
export type Mode = (typeof MODES)[number]

/** What `edgeClass` indexes, whatever the mode. */
export const EDGE_CLASSES = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'minor',
  'track',
  'ferry',
  'rail-main',
  'rail-branch',
  'sea-lane',
  'transshipment',
] as const

/** What `edgeTerrain` indexes: from the spread of heights along the edge on the elevation grid. */
export const TERRAINS = ['plain', 'rolling', 'mountain'] as const

/** What `edgeStatus` indexes. */
export const EDGE_STATUSES = ['operational', 'under_construction', 'planned', 'stalled', 'closed'] as const

export const EDGE_FLAGS = {
  /** May be passed from `edgeFrom` to `edgeTo` only. */
  oneWay: 1,
  /** A straight piece between places, no surveyed course. */
  schematic: 2,
  /** Passes over a bridge or through a tunnel somewhere. */
  bridgeOrTunnel: 4,
  /** Crosses a border: the crossing's delay applies. */
  borderCrossing: 8,
} as const

/** Facts that many edges share; `edgeFacts` points into the list of them. null: not known. */
export interface EdgeFacts {
  /** Official number: N-25, M-8, ML-1 … */
  reference: string | null
  name: LocalName | null
  gaugeMm: number | null
  /** Year of opening, or the year planned. */
  year: number | null
  /** Ids in the `corridors` dataset. */
  corridors: readonly string[]
  surface: string | null
  axleLoadLimitT: number | null
  /** Posted limit for the whole vehicle with its load. */
  grossWeightLimitT: number | null
  /** As the source words it; which tariff applies is an assumption. */
  toll: string | null
  /** Published length of the whole segment that the edge is part of; stands beside, never replaces, the measured one. */
  officialLengthKm: number | null
  /** Ids in the `sources` dataset. */
  sources: readonly string[]
  confidence: 'high' | 'medium' | 'low'
  note: string | null
}

/** A node that has a name of its own: place, station, port, border crossing, dry port, deposit access … */
export interface NamedNode {
  node: number
  /** `dataset/id` of the feature that stands here. */
  ref: string
  name: LocalName
}

export interface Network {
  /** Changes whenever anything in the network does. */
  version: string
  nodeLon: Float64Array
  nodeLat: Float64Array
  named: readonly NamedNode[]

  edgeFrom: Uint32Array
  edgeTo: Uint32Array
  edgeMode: Uint8Array
  edgeClass: Uint8Array
  edgeTerrain: Uint8Array
  edgeStatus: Uint8Array
  edgeFlags: Uint8Array
  /** Bit m−1 set: closed in month m (1 = January). 0: open all year. */
  edgeClosedMonths: Uint16Array
  /** Geodesic length of the real line, metres; of a schematic edge, its reckoned length. 0 for transshipments. */
  edgeLengthM: Float64Array
  edgeFacts: Uint32Array
  facts: readonly EdgeFacts[]

  /** Vertices of edge e: positions `edgeShapeStart[e]` to `edgeShapeStart[e + 1]` of `shape`, ends included, from → to. */
  edgeShapeStart: Uint32Array
  /** lon, lat, lon, lat … in units of 1e-5 degree. */
  shape: Int32Array
}
