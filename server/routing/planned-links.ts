/** Links that are not in use yet, by the reference that opens them, with their course. */
import type { Position } from '#geodata/contract/geo.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import { plannedLinks } from '#geodata/network/best-links.ts'
import { EDGE_FLAGS, EDGE_STATUSES, MODES } from '#geodata/network/network.ts'
import { factsOf } from '#geodata/network/routing-graph.ts'
import { shapeOf } from '#geodata/network/stretches.ts'
import type { RoutingWorld } from './routing-world.ts'

export interface ListedLink {
  reference: string
  name: LocalName | null
  modes: string[]
  statuses: string[]
  lengthKm: number
  schematicKm: number
  sources: string[]
  lines: Position[][]
}

export function listPlanned({ graph }: RoutingWorld, _: null): { links: ListedLink[]; networkVersion: string } {
  const { network, edgeKm } = graph
  const links = plannedLinks(graph).map(({ reference, edges, km }): ListedLink => {
    const facts = edges.flatMap((edge) => factsOf(network, edge) ?? [])
    const each = <T>(values: (T | undefined)[]): T[] => [...new Set(values.filter((value) => value !== undefined))]
    return {
      reference,
      name: facts.find(({ name }) => name !== null)?.name ?? null,
      modes: each(edges.map((edge) => MODES[network.edgeMode[edge] ?? 0])),
      statuses: each(edges.map((edge) => EDGE_STATUSES[network.edgeStatus[edge] ?? 0])),
      lengthKm: km,
      schematicKm: edges
        .filter((edge) => ((network.edgeFlags[edge] ?? 0) & EDGE_FLAGS.schematic) !== 0)
        .reduce((sum, edge) => sum + (edgeKm[edge] ?? 0), 0),
      sources: each(facts.flatMap(({ sources }) => [...sources])),
      lines: edges.map((edge) => shapeOf(graph, edge)).filter(({ length }) => length > 1),
    }
  })
  links.sort((a, b) => b.lengthKm - a.lengthKm)
  return { links, networkVersion: network.version }
}
