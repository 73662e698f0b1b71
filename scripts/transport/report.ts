/** What the network is and where it breaks, in Markdown: counts, parts, and the deposits, ports and crossings that a break cuts off. */
import { EDGE_CLASSES, EDGE_STATUSES, MODES } from '#geodata/network/network.ts'
import type { BuiltNetwork } from './build-network.ts'
import { degreesOf } from './places.ts'
import { verticesOf } from './raw-line.ts'
import type { Datasets } from './read-lines.ts'
import { segmentIndex } from './segment-index.ts'

const FAR_M = 25_000

export function networkReport(network: BuiltNetwork, datasets: Datasets): string {
  const parts = { road: partsOf(network, 'road'), rail: partsOf(network, 'rail') }
  const all = partsOf(network, null)
  return [
    '# The transport network: counts and breaks',
    '',
    'Written by `npm run data`. Lengths are of the drawn lines; a dual carriageway counts twice.',
    '',
    `${network.nodes.length / 2} nodes, ${network.edges.length} edges, ${network.named.length} named nodes.`,
    '',
    '| class | edges | km |',
    '| --- | --- | --- |',
    ...EDGE_CLASSES.map((name, code) => {
      const edges = network.edges.filter((edge) => edge.class === code)
      return `| ${name} | ${edges.length} | ${km(edges)} |`
    }),
    '',
    '## Parts that hold together (edges in use, direction disregarded)',
    '',
    '| mode | parts | share of km in the largest, % |',
    '| --- | --- | --- |',
    ...Object.entries(parts).map(([mode, { count, share }]) => `| ${mode} | ${count} | ${(100 * share).toFixed(2)} |`),
    '',
    'Largest parts beside the main one:',
    '',
    ...Object.entries(parts).flatMap(([mode, { others }]) =>
      others.map(
        ({ km: length, lon, lat }) => `- ${mode}: ${length.toFixed(0)} km at ${lon.toFixed(2)}° E ${lat.toFixed(2)}° N`,
      ),
    ),
    '',
    '## Cut off',
    '',
    ...cutOff(network, datasets, all.inLargest),
    '',
  ].join('\n')
}

const km = (edges: readonly { lengthM: number }[]): string =>
  (edges.reduce((sum, edge) => sum + edge.lengthM, 0) / 1000).toFixed(0)

function partsOf({ nodes, edges }: BuiltNetwork, mode: 'road' | 'rail' | null) {
  const parent = Int32Array.from({ length: nodes.length / 2 }, (_, node) => node)
  const root = (node: number): number => {
    let at = node
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at
      at = parent[at] ?? at
    }
    return at
  }
  const used = edges.filter(
    (edge) =>
      edge.status === EDGE_STATUSES.indexOf('operational') && (mode === null || edge.mode === MODES.indexOf(mode)),
  )
  for (const { from, to } of used) parent[root(from)] = root(to)
  const lengths = new Map<number, { km: number; lon: number; lat: number }>()
  for (const { from, lengthM } of used) {
    const [lon, lat] = degreesOf(nodes[2 * from] ?? 0, nodes[2 * from + 1] ?? 0)
    const part = lengths.get(root(from)) ?? { km: 0, lon, lat }
    part.km += lengthM / 1000
    lengths.set(root(from), part)
  }
  const sorted = [...lengths].sort(([, a], [, b]) => b.km - a.km)
  const total = sorted.reduce((sum, [, part]) => sum + part.km, 0)
  return {
    count: sorted.length,
    share: (sorted[0]?.[1].km ?? 0) / total,
    others: sorted.slice(1, 11).map(([, part]) => part),
    inLargest: (node: number): boolean => root(node) === sorted[0]?.[0],
  }
}

/** Ports and crossings on a part of their own, and deposits far from any road of the main part. */
function cutOff(network: BuiltNetwork, datasets: Datasets, inLargest: (node: number) => boolean): string[] {
  const named = new Map<string, boolean>()
  for (const { ref, node } of network.named) named.set(ref, (named.get(ref) ?? false) || inLargest(node))
  const places = ['ports', 'border-crossings'].flatMap((id) =>
    datasets(id).flatMap((feature) => {
      const ref = `${id}/${feature.id}`
      if (named.get(ref)) return []
      return [`- ${ref}: ${named.has(ref) ? 'stands on a part of its own' : 'no line near enough'}`]
    }),
  )
  const roads = network.edges.filter(
    ({ mode, status, from }) => mode === 0 && status === EDGE_STATUSES.indexOf('operational') && inLargest(from),
  )
  const index = segmentIndex(roads.map(({ vertices }) => vertices))
  const deposits = datasets('deposits').flatMap(({ id, geometry }) => {
    if (geometry?.type !== 'Point') return []
    const [x = 0, y = 0] = verticesOf([geometry.coordinates])
    if (index.nearest(x, y, FAR_M)) return []
    return [`- deposits/${id}: no road of the main part within ${FAR_M / 1000} km, straight line`]
  })
  const lines = [...places, ...deposits]
  return lines.length === 0 ? ['Nothing.'] : lines
}
