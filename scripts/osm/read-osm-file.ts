/**
 * Streams a .osm.pbf twice: the ways first, then the places of the nodes that they use. Nothing else is kept, so memory grows
 * with the roads and railways in the file (about 20 bytes a vertex and 100 a way), not with its size.
 */
import { createReadStream, statSync } from 'node:fs'
import { OSMTransform } from 'osm-pbf-parser-node'
import * as z from 'zod'
import { type RawLine, UNITS_PER_DEGREE } from '../transport/raw-line.ts'
import { GrowingNumbers } from './growing-numbers.ts'
import { NodePlaces } from './node-places.ts'
import { osmWay, type WayAttributes } from './osm-line.ts'

export interface OsmReading {
  /** Cut at every node that ways share: lines meet at their ends only. */
  lines: RawLine[]
  /** Ways that the lines are made of. */
  ways: number
  /** Ways not taken, by reason; most of a file are houses and footpaths. */
  leftOut: Record<string, number>
  /** Vertices that the ways name and the file lacks: it was cut out of a larger one. */
  missingNodes: number
  /** State of the file as it says itself (replication timestamp), ISO date; null where it does not. */
  state: string | null
}

export interface ReadOptions {
  withStreets?: boolean
  /** Told after each block; share of the file that was read. */
  progress?: (pass: 'ways' | 'nodes', share: number) => void
}

const Way = z.object({
  type: z.literal('way'),
  refs: z.array(z.number()),
  tags: z.record(z.string(), z.string()).default({}),
})
const Header = z.object({ osmosis_replication_timestamp: z.number().optional() })
/** Nodes are too many for a schema each; the parser makes them. */
interface OsmNode {
  type: 'node'
  id: number
  lon: number
  lat: number
}

/** Throws where the file is no .osm.pbf or is compressed otherwise than by zlib. */
export async function readOsmFile(
  path: string,
  { withStreets = false, progress }: ReadOptions = {},
): Promise<OsmReading> {
  const ways = await readWays(path, withStreets, (share) => progress?.('ways', share))
  const places = new NodePlaces(ways.refs)
  for await (const batch of blocksOf(path, false, (share) => progress?.('nodes', share)))
    for (const item of batch)
      if (isOf('node', item)) places.put(item.id, item.lon * UNITS_PER_DEGREE, item.lat * UNITS_PER_DEGREE)
  let missingNodes = 0
  const lines = ways.kept.flatMap(({ attributes, start, end }): RawLine[] => {
    const { pieces, missing } = places.pieces(ways.refs, start, end)
    missingNodes += missing
    const { isReversed, ...line } = attributes
    return pieces.map((vertices) => ({ ...line, vertices: isReversed ? turned(vertices) : vertices }))
  })
  return { lines, ways: ways.kept.length, leftOut: ways.leftOut, missingNodes, state: ways.state }
}

interface Kept {
  attributes: WayAttributes
  start: number
  end: number
}

async function readWays(path: string, withStreets: boolean, progress: (share: number) => void) {
  const refs = new GrowingNumbers()
  const kept: Kept[] = []
  const leftOut: Record<string, number> = {}
  let state: string | null = null
  for await (const batch of blocksOf(path, true, progress))
    for (const item of batch) {
      if (isOf('node', item) || isOf('relation', item)) continue
      state ??= stateOf(item)
      const way = Way.safeParse(item)
      if (!way.success) continue
      const found = osmWay(way.data.tags, withStreets)
      if (found.kind === 'left out') {
        leftOut[found.why] = (leftOut[found.why] ?? 0) + 1
        continue
      }
      const start = refs.length
      for (const ref of way.data.refs) refs.push(ref)
      kept.push({ attributes: found.attributes, start, end: refs.length })
    }
  return { refs: refs.values(), kept, leftOut, state }
}

/** Blocks of at most some thousand entities, one at a time; reading waits until a block was used. */
async function* blocksOf(
  path: string,
  withWays: boolean,
  progress: (share: number) => void,
): AsyncGenerator<unknown[]> {
  const size = statSync(path).size
  const file = createReadStream(path, { highWaterMark: 1 << 20 })
  const parser = new OSMTransform({ withTags: { node: false, way: withWays, relation: false } }, { highWaterMark: 2 })
  file.on('error', (fault) => parser.destroy(fault))
  try {
    for await (const block of file.pipe(parser)) {
      progress(Math.min(1, file.bytesRead / size))
      if (Array.isArray(block)) yield block
    }
  } catch (fault) {
    const what = fault instanceof Error ? fault.message : String(fault)
    throw new Error(`${path}: cannot be read as .osm.pbf (${what})`, { cause: fault })
  }
}

function isOf(type: 'node' | 'relation', item: unknown): item is OsmNode {
  return typeof item === 'object' && item !== null && 'type' in item && item.type === type
}

function stateOf(item: unknown): string | null {
  const seconds = Header.safeParse(item).data?.osmosis_replication_timestamp
  return seconds ? new Date(seconds * 1000).toISOString().slice(0, 10) : null
}

function turned(vertices: readonly number[]): number[] {
  const back: number[] = []
  for (let at = vertices.length - 2; at >= 0; at -= 2) back.push(vertices[at] ?? 0, vertices[at + 1] ?? 0)
  return back
}
