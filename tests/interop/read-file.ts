/** Exported files as GDAL reads them: an implementation that shares no line with ours. */
import { join } from 'node:path'
import type { Geometry } from '#geodata/contract/geo.ts'
import { tool } from './tool.ts'

export interface ReadFeature {
  /** Where the format itself knows ids. */
  id?: string | number
  geometry: Geometry | null
  properties: Record<string, unknown>
}

/** How GDAL is told where a table says that its rows lie, and to leave cells as they are. */
const CSV_OPTIONS = [
  ...['-oo', 'X_POSSIBLE_NAMES=lon', '-oo', 'Y_POSSIBLE_NAMES=lat', '-oo', 'GEOM_POSSIBLE_NAMES=wkt'],
  ...['-oo', 'AUTODETECT_TYPE=NO', '-oo', 'EMPTY_STRING_AS_NULL=YES'],
]

/** Names of the layers of a file; a zip is looked into. */
export async function layersOf(folder: string, file: string): Promise<string[]> {
  const { out } = await tool('ogrinfo', ['-q', sourceOf(folder, file)])
  return out.split('\n').flatMap((line) => {
    const name = /^\d+: (.*?)(?: \([A-Za-z0-9 ,]+\))?$/.exec(line)?.[1]
    return name === undefined ? [] : [name]
  })
}

/** Fails at whatever GDAL warns of, too. */
export async function readLayer(folder: string, file: string, layer: string): Promise<ReadFeature[]> {
  const options = file.endsWith('.csv') ? CSV_OPTIONS : []
  const { out, err } = await tool('ogr2ogr', [
    ...['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=9', '-lco', 'WRITE_NAME=NO'],
    // GDAL guesses whether a sheet has a head; where every cell is text it cannot.
    ...['--config', 'OGR_XLSX_HEADERS', 'FORCE'],
    ...[...options, '/vsistdout/', sourceOf(folder, file), layer],
  ])
  if (err.trim() !== '') throw new Error(`GDAL on ${file}: ${err.slice(0, 500)}`)
  return (JSON.parse(out) as { features: ReadFeature[] }).features
}

/** How many features of a layer meet a box, as GDAL finds them by the file's own index. */
export async function countInBox(folder: string, file: string, layer: string, box: readonly number[]): Promise<number> {
  const args = ['-ro', '-so', '-spat', ...box.map(String), sourceOf(folder, file), layer]
  return Number(/Feature Count: (\d+)/.exec((await tool('ogrinfo', args)).out)?.[1])
}

/** What ogrinfo tells of a file: layers, description, metadata, extent. */
export async function describeFile(folder: string, file: string): Promise<string> {
  return (await tool('ogrinfo', ['-ro', '-so', '-al', sourceOf(folder, file)])).out
}

function sourceOf(folder: string, file: string): string {
  const path = join(folder, file)
  return file.endsWith('.zip') ? `/vsizip/${path}` : path
}
