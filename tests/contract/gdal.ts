/** Exported files as GDAL reads them: an implementation that shares no line with ours. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Geometry } from '#geodata/contract/geo.ts'
import { installGdal } from '#scripts/set-up.mjs'

export const hasGdal = installGdal()

export interface ReadFeature {
  /** Where the format itself knows ids. */
  id?: string | number
  geometry: Geometry | null
  properties: Record<string, unknown>
}

const LARGEST_OUTPUT_BYTES = 1 << 28
/** How GDAL is told where a table says that its rows lie, and to tell numbers from text. */
const CSV_OPTIONS = [
  ...['-oo', 'X_POSSIBLE_NAMES=lon', '-oo', 'Y_POSSIBLE_NAMES=lat', '-oo', 'GEOM_POSSIBLE_NAMES=wkt'],
  ...['-oo', 'AUTODETECT_TYPE=NO', '-oo', 'EMPTY_STRING_AS_NULL=YES'],
]

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    maxBuffer: LARGEST_OUTPUT_BYTES,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Names of the layers of a file; a zip is looked into. */
export function layersOf(folder: string, file: string): string[] {
  const lines = run('ogrinfo', ['-q', sourceOf(folder, file)]).split('\n')
  return lines.flatMap((line) => {
    const name = /^\d+: (.*?)(?: \([A-Za-z0-9 ,]+\))?$/.exec(line)?.[1]
    return name === undefined ? [] : [name]
  })
}

export function readLayer(folder: string, file: string, layer: string): ReadFeature[] {
  const options = file.endsWith('.csv') ? CSV_OPTIONS : []
  const text = run('ogr2ogr', [
    ...['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=9', '-lco', 'WRITE_NAME=NO'],
    // GDAL guesses whether a sheet has a head; where every cell is text it cannot.
    ...['--config', 'OGR_XLSX_HEADERS', 'FORCE'],
    ...[...options, '/vsistdout/', sourceOf(folder, file), layer],
  ])
  return (JSON.parse(text) as { features: ReadFeature[] }).features
}

/** What ogrinfo tells of a layer: description, metadata, extent. */
export function describeLayer(folder: string, file: string): string {
  return run('ogrinfo', ['-ro', '-so', '-al', sourceOf(folder, file)])
}

function sourceOf(folder: string, file: string): string {
  const path = join(folder, file)
  return file.endsWith('.zip') ? `/vsizip/${path}` : path
}
