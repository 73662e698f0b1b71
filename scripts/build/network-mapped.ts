/** Builds `roads`, `railways` and `mine-tracks` from the OpenStreetMap lines of 2021. */
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import { type Line, linesOf, roundLine, shapeId, withoutRepeats } from './network-lines.ts'
import { nameByScript } from './network-names.ts'

interface MappedLine {
  line: Line
  properties: Record<string, unknown>
}

const folder = 'upstream/roads-rail/osm-2021'

function read(inputs: Inputs, file: string): MappedLine[] {
  return inputs.geojson(file).features.flatMap(({ geometry, properties }) =>
    linesOf(geometry).flatMap((line) => {
      const rounded = roundLine(line)
      return rounded ? [{ line: rounded, properties }] : []
    }),
  )
}

/** Pakistan's own lines, and of the neighbours' what does not repeat them. */
function readWithNeighbours(inputs: Inputs, own: readonly string[], neighbours: readonly string[]): MappedLine[] {
  const lines = own.flatMap((file) => read(inputs, `${folder}-${file}.geojson`))
  for (const file of neighbours) {
    const master = lines.map(({ line }) => line)
    for (const line of withoutRepeats(read(inputs, `${folder}-${file}.geojson`), master)) lines.push(line)
  }
  return lines
}

function features(
  prefix: string,
  lines: readonly MappedLine[],
  describe: (properties: Record<string, unknown>) => Record<string, unknown>,
): BuiltFeature[] {
  const byId = new Map<string, BuiltFeature>()
  for (const { line, properties } of lines) {
    const described = describe(properties)
    const id = shapeId(prefix, described.class, line)
    byId.set(id, {
      id,
      geometry: { type: 'LineString', coordinates: line },
      properties: { name: nameByScript(properties.name), geometryQuality: 'mapped', ...described },
    })
  }
  return [...byId.values()]
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

function roadClass(properties: Record<string, unknown>): { class: string; isConstruction: boolean } {
  const upstream = String(properties.class)
  return { class: upstream.replace(/_construction$/, ''), isConstruction: upstream.endsWith('_construction') }
}

export const mappedLinesBuilder: DatasetBuilder = {
  produces: ['roads', 'railways', 'mine-tracks'],
  build(inputs) {
    const roads = readWithNeighbours(
      inputs,
      ['pakistan-roads-main', 'pakistan-roads-secondary', 'pakistan-roads-tertiary'],
      ['iran-east-roads-main', 'afghanistan-roads-main'],
    )
    const railways = readWithNeighbours(inputs, ['pakistan-railways'], ['iran-east-railways', 'afghanistan-railways'])
    const tracks = read(inputs, 'upstream/osm-2021-features/minor-roads-mines.geojson')
    return new Map([
      [
        'roads',
        features('road', roads, (road) => ({
          ...roadClass(road),
          ref: text(road.ref),
          brunnel: text(road.brunnel),
          oneway: road.oneway === 1,
        })),
      ],
      [
        'railways',
        features('rail', railways, (line) => ({
          ...roadClass(line),
          service: text(line.service),
          brunnel: text(line.brunnel),
        })),
      ],
      ['mine-tracks', features('track', tracks, (track) => ({ class: track.class }))],
    ])
  },
}
