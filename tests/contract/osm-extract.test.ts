/** `npm run data:osm` on an extract made here with osmium from a few hand-drawn ways; the server then routes on it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeNetwork } from '#geodata/network/decode-network.ts'
import { EDGE_CLASSES, EDGE_FLAGS, EDGE_STATUSES, MODES, type Network } from '#geodata/network/network.ts'
import { lengthM } from '#geodata/spatial/geodesic.ts'
import { buildOsmNetwork } from '#scripts/build-osm-network.ts'
import { readOsmFile } from '#scripts/osm/read-osm-file.ts'
import { sayMissing } from '#tests/property/outside-tools.ts'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

const hasOsmium = spawnSync('osmium', ['--version']).status === 0
if (!hasOsmium) sayMissing('osmium', 7, 'osmium-tool')

/**
 * In the desert south of Kharan, far from every place of ours:
 *
 *     6 ──(private track)── 2 ── 3 ──(one-way, drawn 4 → 3 against it)── 4
 *     1 ───── trunk ─────── 2,  a bridge from 7 to 8 crosses 2–3 without meeting it, 9 is not in the file
 */
const NODES: Readonly<Record<number, [number, number]>> = {
  1: [65.0, 28.0],
  2: [65.1, 28.02],
  3: [65.2, 28.0],
  4: [65.3, 28.03],
  6: [65.08, 28.1],
  7: [65.15, 27.95],
  8: [65.15, 28.06],
}
const WAYS: readonly [refs: readonly number[], tags: Readonly<Record<string, string>>][] = [
  [
    [1, 2, 3],
    { highway: 'trunk', ref: 'T-1', 'name:en': 'Test Road', surface: 'asphalt', maxaxleload: '12', maxweight: '40' },
  ],
  [[4, 3], { highway: 'trunk', oneway: '-1' }],
  [[2, 6], { highway: 'track', access: 'private' }],
  [[7, 8], { highway: 'secondary', bridge: 'yes', layer: '1' }],
  [[8, 9, 6], { highway: 'tertiary' }],
  [[1, 7], { railway: 'rail', gauge: '1676' }],
  [[7, 3], { railway: 'rail', gauge: '1435' }],
  [[6, 8], { route: 'ferry' }],
  [[1, 4], { highway: 'residential' }],
  [[1, 8], { highway: 'trunk', hgv: 'no' }],
]

/** West of node 1 a street with side roads: one enters the network on its largest part, and that is to be the extract. */
const COMB = Array.from({ length: 60 }, (_, at) => ({ spine: 100 + at, tip: 200 + at, lon: 65 - 0.01 * at }))
const COMB_NODES: Readonly<Record<number, [number, number]>> = Object.fromEntries(
  COMB.flatMap(({ spine, tip, lon }) => [
    [spine, [lon, 27.99]],
    [tip, [lon, 27.98]],
  ]),
)
const COMB_WAYS: typeof WAYS = [
  [[1, ...COMB.map(({ spine }) => spine)], { highway: 'tertiary' }],
  ...COMB.map(({ spine, tip }): (typeof WAYS)[number] => [[spine, tip], { highway: 'tertiary' }]),
]

function extract(): string {
  const nodes = Object.entries({ ...NODES, ...COMB_NODES }).map(
    ([id, [lon, lat]]) => `<node id="${idOf(Number(id))}" version="1" lon="${lon}" lat="${lat}"/>`,
  )
  const ways = [...WAYS, ...COMB_WAYS].map(([refs, tags], at) => {
    const members = refs.map((ref) => `<nd ref="${idOf(ref)}"/>`).join('')
    const pairs = Object.entries(tags).map(([key, value]) => `<tag k="${key}" v="${value}"/>`)
    return `<way id="${at + 1}" version="1">${members}${pairs.join('')}</way>`
  })
  return `<?xml version="1.0"?><osm version="0.6" generator="test">${nodes.join('')}${ways.join('')}</osm>`
}
/** As large as OpenStreetMap's newest. */
const idOf = (node: number): number => 12_000_000_000 + node

describe.skipIf(!hasOsmium)('an extract', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orelink-osm-'))
  const file = join(folder, 'small.osm.pbf')
  let network: Network
  let report = ''
  let atlas: AtlasApp

  beforeAll(async () => {
    writeFileSync(join(folder, 'small.osm'), extract())
    const header = ['--output-header=osmosis_replication_timestamp=2026-05-01T00:00:00Z', '--overwrite']
    const made = spawnSync('osmium', ['cat', join(folder, 'small.osm'), '-o', file, ...header], { encoding: 'utf8' })
    expect(made.stderr).toBe('')
    const built = await buildOsmNetwork(file)
    report = built.report
    network = decodeNetwork(built.bytes)
    writeFileSync(join(folder, 'network.bin'), built.bytes)
    atlas = await openAtlas(['--network', join(folder, 'network.bin')])
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Edges of the network whose two ends are these nodes, in this order. */
  function edgesBetween(a: number, b: number): number[] {
    const at = (node: number | undefined, [lon, lat]: readonly [number, number] = [0, 0]): boolean =>
      Math.abs((network.nodeLon[node ?? -1] ?? 0) - lon) < 1e-6 &&
      Math.abs((network.nodeLat[node ?? -1] ?? 0) - lat) < 1e-6
    return [...network.edgeFrom.keys()].filter(
      (edge) => at(network.edgeFrom[edge], NODES[a]) && at(network.edgeTo[edge], NODES[b]),
    )
  }
  const either = (a: number, b: number): number[] => [...edgesBetween(a, b), ...edgesBetween(b, a)]
  const factsOf = (edge: number | undefined) => network.facts[network.edgeFacts[edge ?? -1] ?? -1]
  const flagOf = (edge: number | undefined, flag: keyof typeof EDGE_FLAGS): boolean =>
    ((network.edgeFlags[edge ?? -1] ?? 0) & EDGE_FLAGS[flag]) !== 0

  test('says what it took, what it left out and what was missing', async () => {
    const reading = await readOsmFile(file)
    expect(reading).toMatchObject({ ways: 8 + 61, missingNodes: 1, state: '2026-05-01' })
    expect(reading.leftOut).toEqual({ street: 1, 'closed to lorries': 1 })
    expect(report).toContain('69 ways taken')
    expect(report).toContain('| closed to lorries | 1 |')
  })

  test('a file that is cut short, or none at all, is refused by name', async () => {
    const short = join(folder, 'short.osm.pbf')
    writeFileSync(short, readFileSync(file).subarray(0, -40))
    await expect(readOsmFile(short)).rejects.toThrow(/short\.osm\.pbf: cannot be read as \.osm\.pbf/)
    await expect(readOsmFile(join(folder, 'none.osm.pbf'))).rejects.toThrow(/none\.osm\.pbf/)
  })

  test('the trunk road is cut where others meet it, and keeps its facts', () => {
    const [edge, ...more] = either(1, 2)
    expect(more).toEqual([])
    expect(factsOf(edge)).toMatchObject({
      reference: 'T-1',
      name: { en: 'Test Road', ur: null, zh: null },
      surface: 'asphalt',
      axleLoadLimitT: 12,
      grossWeightLimitT: 40,
      note: null,
    })
    expect(EDGE_CLASSES[network.edgeClass[edge ?? -1] ?? -1]).toBe('trunk')
    expect(EDGE_STATUSES[network.edgeStatus[edge ?? -1] ?? -1]).toBe('operational')
    expect(network.edgeLengthM[edge ?? -1]).toBeCloseTo(
      lengthM([
        [65, 28],
        [65.1, 28.02],
      ]),
      1,
    )
  })

  test('a way drawn against its direction is turned', () => {
    expect(edgesBetween(4, 3)).toEqual([])
    expect(flagOf(edgesBetween(3, 4)[0], 'oneWay')).toBe(true)
  })

  test('a bridge meets nothing that it crosses, and a way with a missing node leads nowhere', () => {
    expect(flagOf(either(7, 8)[0], 'bridgeOrTunnel')).toBe(true)
    expect(flagOf(either(1, 2)[0], 'bridgeOrTunnel')).toBe(false)
    expect(either(8, 6).map((edge) => EDGE_CLASSES[network.edgeClass[edge] ?? -1])).toEqual(['ferry'])
  })

  test('railways of two gauges have nodes of their own', () => {
    const [broad, standard] = [either(1, 7), either(7, 3)].map((edges) =>
      edges.find((edge) => network.edgeMode[edge] === MODES.indexOf('rail')),
    )
    expect(factsOf(broad)?.gaugeMm).toBe(1676)
    expect(factsOf(standard)?.gaugeMm).toBe(1435)
    const ends = [broad, standard].map((edge) => [network.edgeFrom[edge ?? -1], network.edgeTo[edge ?? -1]])
    expect(ends[0]?.filter((node) => ends[1]?.includes(node))).toEqual([])
  })

  test('the server routes on it: along the roads, and never against the one-way road', async () => {
    const ask = (from: number, to: number) =>
      request(atlas.app).get(`/api/routes?from=${NODES[from]}&to=${NODES[to]}&by=distance&modes=road&month=6`)
    const there = await ask(1, 4)
    const expectedKm = lengthM([1, 2, 3, 4].flatMap((node) => (NODES[node] ? [NODES[node]] : []))) / 1000
    expect(there.status).toBe(200)
    expect(there.body.routes[0].lengthKm).toBeCloseTo(expectedKm, 0)
    expect((await ask(4, 1)).status).not.toBe(200)
  })
})
