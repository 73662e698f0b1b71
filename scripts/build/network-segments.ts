/** Every segment of the road and rail network with its line: traced along mapped lines where there is a trace, else straight. */
import { slugOf } from '#geodata/contract/filter.ts'
import type { Position } from '#geodata/contract/geo.ts'
import type { WorksStatus } from '#geodata/contract/works-status.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import type { Inputs } from './builder.ts'
import { type Line, linesOf, roundLine } from './network-lines.ts'

export type Row = Record<string, string | null>

export interface Place {
  id: string
  row: Row
  position: Position
}

export interface Segment {
  id: string
  mode: 'road' | 'rail'
  ref: string
  refName: string
  seq: number
  from: Place
  to: Place
  status: WorksStatus
  line: Line
  quality: 'traced' | 'schematic'
  /** A: nearly all on lines of the same ref, B: plausible in length, C: weaker. */
  traceGrade: 'A' | 'B' | 'C' | null
  /** The trace covers this row together with others (`1+2`) and was cut at the place between them. */
  tracedWith: string | null
  row: Row
}

export interface Network {
  places: ReadonlyMap<string, Place>
  segments: readonly Segment[]
}

export const number = (cell: string | null | undefined): number | null => (cell ? Number(cell) : null)

interface Trace {
  line: Line
  grade: Segment['traceGrade']
  seq: string
}

function readTraces(inputs: Inputs, file: string): Map<string, Trace> {
  const traces = new Map<string, Trace>()
  for (const { geometry, properties } of inputs.geojson(file).features) {
    const [line] = linesOf(geometry)
    const { ref, seq, grade } = properties as { ref: string; seq: string; grade: Segment['traceGrade'] }
    if (line) for (const one of seq.split('+')) traces.set(`${ref}#${one}`, { line, grade, seq })
  }
  return traces
}

/** The part of a joined trace between two places, cut at the vertices nearest to them. */
function stretch(line: Line, from: Position | null, to: Position | null): Line {
  const nearest = (place: Position): number =>
    line.reduce(
      (best, vertex, at) => (distanceM(vertex, place) < distanceM(line[best] ?? vertex, place) ? at : best),
      0,
    )
  return line.slice(from ? nearest(from) : 0, to ? nearest(to) + 1 : line.length)
}

/** Reads roads, railways and links abroad in the order of their files. Throws on an unknown place or a repeated id. */
export function readNetwork(inputs: Inputs): Network {
  const places = new Map<string, Place>()
  for (const row of inputs.csv('facts/network/places.csv')) {
    const id = row.id ?? ''
    places.set(id, { id, row, position: [Number(row.lon), Number(row.lat)] })
  }
  const traces = {
    road: readTraces(inputs, 'upstream/roads-rail/traced-roads.geojson'),
    rail: readTraces(inputs, 'upstream/roads-rail/traced-railways.geojson'),
  }
  const ids = new Set<string>()
  const read = (row: Row, mode: Segment['mode'], ref: string, refName: string): Segment => {
    const place = (id: string | null | undefined): Place => {
      const found = places.get(id ?? '')
      if (!found) throw new Error(`network: unknown place ${id} in ${ref} ${row.seq}`)
      return found
    }
    const [from, to, id] = [place(row.from_place_id), place(row.to_place_id), slugOf(`${ref}-${row.seq}`)]
    if (ids.has(`${mode} ${id}`)) throw new Error(`network: two segments have the id ${id}`)
    ids.add(`${mode} ${id}`)
    const trace = traces[mode].get(`${ref}#${row.seq}`)
    const parts = trace?.seq.split('+') ?? []
    const traced = trace
      ? roundLine(
          stretch(
            trace.line,
            row.seq === parts[0] ? null : from.position,
            row.seq === parts.at(-1) ? null : to.position,
          ),
        )
      : null
    const straight = roundLine([from.position, to.position])
    const line = traced ?? straight
    if (!line) throw new Error(`network: ${ref} ${row.seq} has no length`)
    return {
      id,
      mode,
      ref,
      refName,
      seq: Number(row.seq),
      from,
      to,
      status: row.status as WorksStatus,
      line,
      quality: traced ? 'traced' : 'schematic',
      traceGrade: traced ? (trace?.grade ?? null) : null,
      tracedWith: traced && parts.length > 1 ? (trace?.seq ?? null) : null,
      row,
    }
  }
  const segments = [
    ...inputs.csv('facts/network/roads.csv').map((row) => read(row, 'road', row.road_ref ?? '', row.road_name ?? '')),
    ...inputs
      .csv('facts/network/railways.csv')
      .map((row) => read(row, 'rail', row.line_ref ?? '', row.line_name ?? '')),
    ...inputs
      .csv('facts/network/links_abroad.csv')
      .map((row) => read(row, row.mode === 'rail' ? 'rail' : 'road', row.link_id ?? '', row.link_name ?? '')),
  ]
  return { places, segments }
}
