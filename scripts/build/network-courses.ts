/** Lays a corridor along the segments of the network: pieces in order, turned the right way, their ends brought together. */
import type { Position } from '#geodata/contract/geo.ts'
import type { WorksStatus } from '#geodata/contract/works-status.ts'
import { distanceM, lengthM } from '#geodata/spatial/geodesic.ts'
import type { Leg } from './network-corridor-legs.ts'
import type { Line } from './network-lines.ts'
import type { Network, Place, Segment } from './network-segments.ts'

export interface Piece {
  /** Same stretch, same key, whichever way it is travelled. */
  key: string
  ref: string | null
  mode: Segment['mode']
  from: Place
  to: Place
  status: WorksStatus
  line: Line
  quality: Segment['quality']
  segment: Segment | null
  /** From the end of the piece before to the start of this one, where they lie apart. */
  connector: Line | null
}

export type Connect = (from: Position, to: Position) => Line | null

/** Ends closer than this count as meeting. */
const MEETING_M = 25

function place(network: Network, id: string): Place {
  const found = network.places.get(id)
  if (!found) throw new Error(`corridors: unknown place ${id}`)
  return found
}

const pieceOf = (segment: Segment, isReversed: boolean): Piece => ({
  key: `${segment.mode} ${segment.id}`,
  ref: segment.ref,
  mode: segment.mode,
  from: isReversed ? segment.to : segment.from,
  to: isReversed ? segment.from : segment.to,
  status: segment.status,
  line: isReversed ? segment.line.toReversed() : segment.line,
  quality: segment.quality,
  segment,
  connector: null,
})

/** The segments of one road between two of its places, in the direction asked for. */
function piecesOfLeg(network: Network, [ref, fromId, toId]: Leg): Piece[] {
  if (ref === null) {
    const [from, to] = [place(network, fromId), place(network, toId)]
    const line: Line = [from.position, to.position]
    const key = `planned ${fromId} ${toId}`
    return [
      {
        key,
        ref,
        mode: 'road',
        from,
        to,
        status: 'planned',
        line,
        quality: 'schematic',
        segment: null,
        connector: null,
      },
    ]
  }
  const along = network.segments.filter((segment) => segment.ref === ref).sort((a, b) => a.seq - b.seq)
  const first = along.findIndex(({ from }) => from.id === fromId)
  const last = along.findIndex(({ to }) => to.id === toId)
  if (first >= 0 && last >= first) return along.slice(first, last + 1).map((segment) => pieceOf(segment, false))
  const firstBack = along.findIndex(({ to }) => to.id === fromId)
  const lastBack = along.findIndex(({ from }) => from.id === toId)
  if (lastBack >= 0 && firstBack >= lastBack)
    return along
      .slice(lastBack, firstBack + 1)
      .toReversed()
      .map((segment) => pieceOf(segment, true))
  throw new Error(`corridors: ${ref} does not lead from ${fromId} to ${toId}`)
}

/**
 * Pieces from end to end. Straight pieces start and end where their traced neighbours do, and vanish when these meet (two
 * towns that one interchange serves); other gaps get a connector.
 */
export function courseOf(network: Network, legs: readonly Leg[], connect: Connect): Piece[] {
  const all = legs.flatMap((leg) => piecesOfLeg(network, leg))
  all.forEach((piece, at) => {
    if (piece.quality === 'traced') return
    const [before, after] = [all[at - 1], all[at + 1]]
    const start = before?.quality === 'traced' ? before.line.at(-1) : piece.line[0]
    const end = after?.quality === 'traced' ? after.line[0] : piece.line.at(-1)
    if (start && end) piece.line = [start, ...piece.line.slice(1, -1), end]
  })
  const pieces = all.filter(({ line }) => lengthM(line) > MEETING_M)
  pieces.forEach((piece, at) => {
    const [from, to] = [pieces[at - 1]?.line.at(-1), piece.line[0]]
    if (from && to && distanceM(from, to) > MEETING_M) piece.connector = connect(from, to) ?? [from, to]
  })
  return pieces
}
