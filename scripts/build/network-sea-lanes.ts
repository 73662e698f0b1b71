/** Builds `sea-lanes` from computed way points; each lane starts and ends at its ports. */
import type { Position } from '#geodata/contract/geo.ts'
import type { DatasetBuilder, Inputs } from './builder.ts'
import { roundLine } from './network-lines.ts'
import { NO_NAME } from './network-names.ts'
import { number } from './network-segments.ts'
import { provenanceOf } from './provenance.ts'
import { loadSources } from './sources.ts'

/** Names of ports that are not among `facts/ports.csv`. */
const OTHER_PORTS: Readonly<Record<string, string>> = { 'jebel-ali': 'Jebel Ali', rotterdam: 'Rotterdam' }

function portNames(inputs: Inputs): (id: string | null | undefined) => string {
  const names = new Map(inputs.csv('facts/ports.csv').map((row) => [row.id, row.name]))
  return (id) => {
    const name = OTHER_PORTS[id ?? ''] ?? names.get(id ?? '')
    if (!name) throw new Error(`sea lanes: unknown port ${id}`)
    return name
  }
}

export const seaLanesBuilder: DatasetBuilder = {
  produces: ['sea-lanes'],
  build(inputs) {
    const sources = loadSources(inputs)
    const portName = portNames(inputs)
    const lanes = inputs.csv('facts/network/sea_lanes.csv').map((row) => {
      const points = (row.waypoints ?? '').split('|').map((point): Position => {
        const [lon, lat] = point.split(':').map(Number)
        return [lon ?? Number.NaN, lat ?? Number.NaN]
      })
      const line = roundLine(points)
      if (!line) throw new Error(`sea lanes: ${row.from_port}–${row.to_port} has no way points`)
      return {
        id: `${row.from_port}-${row.to_port}`,
        geometry: { type: 'LineString' as const, coordinates: line },
        properties: {
          name: { ...NO_NAME, en: `${portName(row.from_port)} – ${portName(row.to_port)}` },
          geometryQuality: 'schematic' as const,
          provenance: provenanceOf(row, sources, { folder: 'network' }),
          fromPort: row.from_port,
          toPort: row.to_port,
          distanceNm: number(row.nm),
          seaRouteNm: number(row.searoute_nm),
          endLegsNm: number(row.end_legs_nm),
          via: row.via,
        },
      }
    })
    return new Map([['sea-lanes', lanes]])
  },
}
