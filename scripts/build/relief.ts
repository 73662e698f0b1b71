/** Builds the two relief grids from the elevation files: land of SRTM30, sea and surroundings of ETOPO5. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { ETOPO5, SRTM30 } from '#geodata/datasets/ground-sources.ts'
import { RELIEF } from '#geodata/datasets/relief/manifest.ts'
import type { Inputs } from './builder.ts'
import { type HeightGrid, heightAt, readGeotiffGrid, terrariumPng } from './relief-grid.ts'
import { withoutSpikes } from './relief-mend.ts'

const NODATA = -32768
/** ETOPO5's cells are centred on whole twelfths of a degree. */
const ETOPO_BOUNDS: [number, number, number, number] = [50 - 1 / 24, -5 + 1 / 24, 130 - 1 / 24, 45 + 1 / 24]

/** Land where it is known, else the sea: never above 0 m, since coarse cells reach over the coast. */
function fineGrid(land: HeightGrid, sea: HeightGrid): Float32Array {
  const [west, , , north] = RELIEF.fine.bounds
  return withoutSpikes(land, sea).metres.map((metres, cell) => {
    if (!Number.isNaN(metres)) return metres
    const lon = west + ((cell % land.width) + 0.5) / RELIEF.fine.cellsPerDegree
    const lat = north - (Math.floor(cell / land.width) + 0.5) / RELIEF.fine.cellsPerDegree
    return Math.min(0, heightAt(sea, lon, lat))
  })
}

/** The sea grid moved from centres on whole twelfths to cells between them. */
function coarseGrid(sea: HeightGrid, width: number, height: number): Float32Array {
  const [west, south, east, north] = RELIEF.coarse.bounds
  return Float32Array.from({ length: width * height }, (_, cell) => {
    const lon = west + (((cell % width) + 0.5) / width) * (east - west)
    const lat = north - ((Math.floor(cell / width) + 0.5) / height) * (north - south)
    const [w, s, e, n] = ETOPO_BOUNDS
    return heightAt(sea, Math.min(e, Math.max(w, lon)), Math.min(n, Math.max(s, lat)))
  })
}

/** Writes the picture unless the file shows the same heights already: compression may differ from one Node to the next. */
function writeGrid(path: string, width: number, height: number, metres: Float32Array): void {
  const png = terrariumPng(width, height, metres)
  const same = existsSync(path) && PNG.sync.read(readFileSync(path)).data.equals(PNG.sync.read(Buffer.from(png)).data)
  if (!same) writeFileSync(path, png)
}

function notice(): string {
  const sources = [SRTM30, ETOPO5].map(
    (source) =>
      `- ${source.title}. ${source.publisher}, state ${source.vintage}. Licence: ${source.licence}. <${source.url}>`,
  )
  return [
    `# ${RELIEF.title.en}`,
    '',
    `Grids of heights \`${RELIEF.fine.file}\` (1/48°, sea included) and \`${RELIEF.coarse.file}\` (1/12°), state ${RELIEF.vintage}. Licence: public domain.`,
    'Height in metres = red × 256 + green − 32768; WGS 84, pixel is area, bounds in manifest.ts.',
    '',
    RELIEF.accuracy,
    '',
    'Land was resampled bilinearly to 1/48° by way of tiles of SRTM30; cells near the coast and in depressions that stood hundreds of metres too high were replaced by the median of their neighbours.',
    '',
    '## Sources',
    '',
    ...sources,
    '',
    '## Attribution to show',
    '',
    ...RELIEF.attribution.map((line) => `- ${line}`),
    '',
  ].join('\n')
}

/** Writes both grids and the notice into `<folder>/relief`. */
export async function buildRelief(inputs: Inputs, folder: string): Promise<void> {
  const land = await readGeotiffGrid(
    inputs.path('upstream/elevation-srtm30/elevation.tif'),
    [...RELIEF.fine.bounds],
    NODATA,
  )
  const sea = await readGeotiffGrid(inputs.path('upstream/elevation-etopo5/etopo5-asia.tif'), ETOPO_BOUNDS, NODATA)
  const target = join(folder, RELIEF.id)
  mkdirSync(target, { recursive: true })
  writeGrid(join(target, RELIEF.fine.file), land.width, land.height, fineGrid(land, sea))
  const [west, south, east, north] = RELIEF.coarse.bounds
  const width = (east - west) * RELIEF.coarse.cellsPerDegree
  const height = (north - south) * RELIEF.coarse.cellsPerDegree
  writeGrid(join(target, RELIEF.coarse.file), width, height, coarseGrid(sea, width, height))
  writeFileSync(join(target, 'NOTICE.md'), notice())
}
