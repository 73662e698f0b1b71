/** Tiles of the real data encoded from SQLite with nothing kept: features out of the store, encoding, gzip. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DATASETS, TILESETS } from '#geodata/datasets/catalogue.ts'
import { openStorage } from '#server/storage/open-storage.ts'
import { createTileService } from '#server/tiles/tile-service.ts'
import { copyOfTemplate } from '#tests/e2e/atlas-server.ts'
import { ms, percentile, type Section, seededRandom, timed } from './measure.ts'
import { tileAt } from './tile-at.ts'

const SAMPLES = 400
const ZOOMS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const LIMIT_MS = 15
/** Where readers look: around deposits, towns and along corridors. */
const LOOKED_AT = ['deposits', 'places', 'network-places']

export async function coldTiles(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'orelink-bench-'))
  const storage = await openStorage(copyOfTemplate(join(folder, 'atlas.sqlite')), {
    datasets: DATASETS,
    tilesets: TILESETS,
  })
  // Nothing is kept: each tile comes out of the features.
  const cold = { ...storage, storedTile: async () => undefined, storeTile: async () => {} }
  const service = createTileService({ storage: cold, datasets: DATASETS, tilesets: TILESETS, memoryBytes: 1 })
  const places: [number, number][] = []
  for (const dataset of LOOKED_AT)
    for (const { geometry } of await storage.features(dataset, { limit: 100_000 }))
      if (geometry?.type === 'Point') places.push([geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0])

  const random = seededRandom(1)
  const rows: string[][] = []
  const all: number[] = []
  for (const z of ZOOMS) {
    const singles = DATASETS.filter(({ tiles }) => tiles && tiles.minZoom <= z && z <= tiles.maxZoom).map(
      ({ id }) => id,
    )
    const single: number[] = []
    const composite: number[] = []
    for (let i = 0; i < SAMPLES; i += 1) {
      const { x, y } = tileAt(places[Math.floor(random() * places.length)] ?? [69, 30], z)
      const dataset = singles[Math.floor(random() * singles.length)] ?? ''
      single.push(await timed(() => service.tile(dataset, z, x, y)))
      if (i < SAMPLES / 4 && service.zoomRange('basemap'))
        composite.push(await timed(() => service.tile('basemap', z, x, y)))
    }
    all.push(...single, ...composite)
    rows.push([
      String(z),
      ...[single, composite].flatMap((times) => [0.5, 0.95, 1].map((p) => ms(percentile(times, p)))),
    ])
  }
  service.close()
  await storage.close()
  rmSync(folder, { recursive: true, force: true })
  const p95 = percentile(all, 0.95)
  return {
    title: 'Cold tiles',
    method: `Real data, ${SAMPLES} tiles a zoom of single datasets and ${SAMPLES / 4} of the composite basemap, around deposits and towns, each encoded from SQLite and gzipped with every cache switched off.`,
    head: ['zoom', 'one dataset: p50, ms', 'p95', 'worst', 'basemap: p50, ms', 'p95', 'worst'],
    rows,
    checks: [
      {
        what: 'cold tile, p95 over all zooms',
        measured: `${ms(p95)} ms`,
        limit: `< ${LIMIT_MS} ms`,
        isKept: p95 < LIMIT_MS,
      },
    ],
  }
}
