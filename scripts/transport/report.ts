/** What the network is and where it breaks, in Markdown: counts, parts, and the deposits, ports and crossings that a break cuts off. */
import { EDGE_CLASSES, EDGE_STATUSES, MODES } from '#geodata/network/network.ts'
import type { BuiltNetwork } from './build-network.ts'
import { insidePakistan } from './pakistan.ts'
import { degreesOf } from './places.ts'
import { verticesOf } from './raw-line.ts'
import type { Datasets } from './read-lines.ts'
import { segmentIndex } from './segment-index.ts'

const FAR_M = 25_000

export function networkReport(network: BuiltNetwork, datasets: Datasets): string {
  const isInside = insidePakistan(datasets('provinces'))
  const classes = (...names: (typeof EDGE_CLASSES)[number][]): number[] =>
    names.map((name) => EDGE_CLASSES.indexOf(name))
  const main = classes('motorway', 'trunk', 'primary', 'secondary', 'tertiary')
  const parts = {
    'roads to tertiary': partsOf(network, isInside, 'road', (kind) => main.includes(kind)),
    'all roads and tracks': partsOf(network, isInside, 'road'),
    rail: partsOf(network, isInside, 'rail'),
  }
  const all = partsOf(network, isInside)
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
    '| mode | parts in Pakistan | km outside the largest, in Pakistan | share of km in the largest, % |',
    '| --- | --- | --- | --- |',
    ...Object.entries(parts).map(
      ([mode, { count, lostKm, share }]) =>
        `| ${mode} | ${count} | ${lostKm.toFixed(0)} | ${(100 * share).toFixed(2)} |`,
    ),
    '',
    'Largest parts in Pakistan beside the main one:',
    '',
    ...Object.entries(parts).flatMap(([mode, { others }]) =>
      others.map(
        ({ km: length, at: [lon, lat] }) =>
          `- ${mode}: ${length.toFixed(0)} km at ${lon.toFixed(2)}° E ${lat.toFixed(2)}° N`,
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

type IsInside = (place: readonly [number, number]) => boolean

/** Nodes hold together over every edge of the mode; `counts` says the lengths of which classes are added up. */
function partsOf(
  { nodes, edges }: BuiltNetwork,
  isInside: IsInside,
  mode: 'road' | 'rail' | null = null,
  counts: (kind: number) => boolean = () => true,
) {
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
  const lengths = new Map<number, { km: number; x: number; y: number }>()
  for (const { from, lengthM, class: kind } of used) {
    const part = lengths.get(root(from)) ?? { km: 0, x: nodes[2 * from] ?? 0, y: nodes[2 * from + 1] ?? 0 }
    if (counts(kind)) part.km += lengthM / 1000
    lengths.set(root(from), part)
  }
  const [largest, ...rest] = [...lengths].sort(([, a], [, b]) => b.km - a.km)
  const others = rest.map(([, part]) => part).filter(({ x, y }) => isInside([x, y]))
  const lostKm = others.reduce((sum, part) => sum + part.km, 0)
  const largestKm = largest?.[1].km ?? 0
  return {
    count: others.length + 1,
    lostKm,
    share: largestKm / (largestKm + lostKm),
    others: others.slice(0, 10).map(({ km: length, x, y }) => ({ km: length, at: degreesOf(x, y) })),
    inLargest: (node: number): boolean => root(node) === largest?.[0],
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
