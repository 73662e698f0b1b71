/** Builds `corridors` and `corridor-sections`. */

import { slugOf } from '#geodata/contract/filter.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import type { WorksStatus } from '#geodata/contract/works-status.ts'
import { lengthM } from '#geodata/spatial/geodesic.ts'
import type { BuiltFeature, DatasetBuilder } from './builder.ts'
import type { SourceRecord } from './citations.ts'
import { connectAlongRoads } from './network-connect.ts'
import { CORRIDOR_COURSES, type CorridorCourse } from './network-corridor-legs.ts'
import { courseOf, type Piece } from './network-courses.ts'
import { type Line, lineGeometry } from './network-lines.ts'
import { number, type Place, type Row, readNetwork } from './network-segments.ts'
import { provenanceOf } from './provenance.ts'
import { loadSources } from './sources.ts'

interface Corridor {
  id: string
  row: Row
  course: CorridorCourse
  pieces: Piece[]
}

interface Section {
  id: string
  pieces: Piece[]
  corridors: Corridor[]
}

/** The upstream words for the state of a corridor. An alignment open in part is still being built. */
const statusOfText: Readonly<Record<string, WorksStatus>> = {
  operational: 'operational',
  'operational, upgrade planned': 'operational',
  'partly operational': 'under_construction',
  'under construction': 'under_construction',
  planned: 'planned',
  'planned upgrade': 'planned',
}

const statusOf = (row: Row): WorksStatus => {
  const status = statusOfText[row.status ?? '']
  if (!status) throw new Error(`corridors: unknown status "${row.status}" of ${row.id}`)
  return status
}

const km = (...lines: readonly Line[]): number =>
  Math.round(lines.reduce((sum, line) => sum + lengthM(line), 0) / 100) / 10

/** The shortest named corridor over a piece tells its state; a planned upgrade says nothing about the line in use. */
function tellerOf(piece: Piece, corridors: readonly Corridor[]): Corridor | undefined {
  return corridors
    .filter(({ row }) => row.kind !== 'alignment' && row.status !== 'planned upgrade')
    .filter(({ pieces }) => pieces.some(({ key }) => key === piece.key))
    .sort((a, b) => a.pieces.length - b.pieces.length)[0]
}

/** Cuts the corridors into stretches of one road, one state and one set of corridors; each stretch comes once. */
function sectionsOf(corridors: readonly Corridor[]): Section[] {
  const over = (piece: Piece): Corridor[] =>
    corridors.filter(({ pieces }) => pieces.some(({ key }) => key === piece.key))
  const nature = (piece: Piece): string =>
    JSON.stringify([
      piece.ref,
      piece.quality,
      tellerOf(piece, corridors)?.id ?? piece.status,
      over(piece).map(({ id }) => id),
    ])
  const sections: Section[] = []
  const seen = new Set<string>()
  for (const corridor of corridors) {
    let current: { nature: string; section: Section } | null = null
    for (const piece of corridor.pieces) {
      if (seen.has(piece.key)) {
        current = null
        continue
      }
      seen.add(piece.key)
      if (current?.nature === nature(piece)) current.section.pieces.push(piece)
      else {
        current = { nature: nature(piece), section: { id: '', pieces: [piece], corridors: over(piece) } }
        sections.push(current.section)
      }
    }
  }
  for (const section of sections) {
    const [first, last] = [section.pieces[0], section.pieces.at(-1)]
    section.id = slugOf(`${first?.ref ?? 'planned'} ${first?.from.id} ${last?.to.id}`)
  }
  return sections
}

const linesWithConnectors = (pieces: readonly Piece[]): Line[] => {
  const lines: Line[] = []
  for (const { connector, line } of pieces) {
    const joined = [...(connector ?? []), ...line]
    const last = lines.at(-1)
    if (last && String(last.at(-1)) === String(joined[0])) last.push(...joined.slice(1))
    else if (
      last &&
      !connector &&
      lengthM([last.at(-1) ?? joined[0], joined[0]].filter((end) => end !== undefined)) < 30
    )
      last.push(...joined)
    else lines.push(joined)
  }
  return lines
}

/** The number in a ref such as `M-8 west` or `g314`; null for links that have none. */
const numberOf = (ref: string | null): string | null =>
  /^(?:[NMSE]-\d+(?:\/M-\d+)?|ML-\d|g\d+)/.exec(ref ?? '')?.[0].toUpperCase() ?? null

function sectionName({ ref, segment, from }: Piece, to: Place): LocalName {
  const [fromUr, toUr] = [from.row.name_ur, to.row.name_ur]
  const [number, ends] = [numberOf(ref), `${from.row.name} – ${to.row.name}`]
  return {
    en: `${number ? `${number}: ` : ''}${ends}${segment ? '' : ' (planned)'}`,
    ur: fromUr && toUr ? `${fromUr} – ${toUr}` : null,
    zh: null,
  }
}

function sectionFeature(
  section: Section,
  corridors: readonly Corridor[],
  sources: readonly SourceRecord[],
): BuiltFeature {
  const { pieces } = section
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last) throw new Error(`corridors: section ${section.id} is empty`)
  const teller = tellerOf(first, corridors)
  const keys = new Set(pieces.map(({ key }) => key))
  const same = section.corridors.find(
    (corridor) => corridor.pieces.length === keys.size && corridor.pieces.every(({ key }) => keys.has(key)),
  )
  const published = pieces.map(({ segment }) => number(segment?.row.length_km))
  const sum = published.every((length) => length !== null) ? published.reduce((a, b) => a + b, 0) : null
  const segmentRow = first.segment?.row
  const [alignment] = section.corridors
  const row = teller?.row ?? segmentRow ?? alignment?.row ?? {}
  const provenance = provenanceOf(row, sources, row === segmentRow ? { folder: 'network' } : {})
  const status = teller ? statusOf(teller.row) : first.status
  if (status !== first.status)
    provenance.note = [provenance.note, `The list of road and rail segments calls the line itself ${first.status}.`]
      .filter((text) => text !== null)
      .join(' ')
  return {
    id: section.id,
    geometry: lineGeometry(linesWithConnectors(pieces)),
    properties: {
      name: sectionName(first, last.to),
      geometryQuality: first.quality,
      provenance,
      corridorIds: section.corridors.map(({ id }) => id),
      mode: first.mode,
      ref: numberOf(first.ref),
      fromPlaceId: first.from.id,
      toPlaceId: last.to.id,
      status,
      officialLengthKm: number(same?.row.length_km) ?? (sum === 0 ? null : sum),
      lineLengthKm: km(...pieces.map(({ line }) => line)),
      openedYear:
        status === 'operational' ? (number(teller?.row.opened_year) ?? number(segmentRow?.opened_year)) : null,
    },
  }
}

function corridorFeature(
  { id, row, course, pieces }: Corridor,
  sections: readonly Section[],
  sources: readonly SourceRecord[],
): BuiltFeature {
  const lines = linesWithConnectors(pieces)
  const traced = km(...pieces.filter(({ quality }) => quality === 'traced').map(({ line }) => line))
  const share = Math.min(1, traced / km(...pieces.map(({ line }) => line)))
  const ofPiece = pieces.map(({ key }) => sections.find((section) => section.pieces.some((piece) => piece.key === key)))
  return {
    id,
    geometry: lineGeometry(lines),
    properties: {
      name: { en: row.name ?? null, ur: course.ur, zh: course.zh },
      ...(course.also ? { altNames: [...course.also] } : {}),
      geometryQuality: share >= 0.5 ? 'traced' : 'schematic',
      provenance: provenanceOf(row, sources),
      mode: row.mode,
      kind: row.kind,
      status: statusOf(row),
      statusText: row.status,
      lengthKm: number(row.length_km),
      lineLengthKm: km(...lines),
      tracedShare: Math.round(share * 100) / 100,
      openedYear: number(row.opened_year),
      corridorGroup: course.group,
      sections: [...new Set(ofPiece.flatMap((section) => (section ? [section.id] : [])))],
    },
  }
}

export const corridorsBuilder: DatasetBuilder = {
  produces: ['corridors', 'corridor-sections'],
  build(inputs, earlier) {
    const sources = loadSources(inputs)
    const network = readNetwork(inputs)
    const roads = earlier.get('roads') ?? []
    const corridors = inputs.csv('facts/corridors.csv').map((row): Corridor => {
      const id = row.id ?? ''
      const course = CORRIDOR_COURSES[id]
      if (!course) throw new Error(`corridors: no course for ${id} in network-corridor-legs.ts`)
      return {
        id,
        row,
        course,
        pieces: courseOf(network, course.legs, (from, to) => connectAlongRoads(roads, from, to)),
      }
    })
    const sections = sectionsOf(corridors)
    return new Map([
      ['corridors', corridors.map((corridor) => corridorFeature(corridor, sections, sources))],
      ['corridor-sections', sections.map((section) => sectionFeature(section, corridors, sources))],
    ])
  },
}
