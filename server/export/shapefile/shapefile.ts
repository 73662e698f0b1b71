/**
 * ESRI Shapefile, zipped: .shp, .shx, .dbf, .prj and .cpg a kind of geometry, a lone .dbf for what has no place, a table
 * of the fields and the notice as text. The format's limits (names of 10 characters, text of 254 bytes) are met by short
 * names, by cutting text between characters and by leaving out longer lists; `fields.csv` says what each name stands for
 * and how often something was lost.
 */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import Papa from 'papaparse'
import { ZipFile } from 'yazl'
import type { ExportContent, ExportFormat } from '../format.ts'
import { noticeText } from '../notice.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'
import { type DbfField, measureFields } from './dbf-fields.ts'
import { type LayerKind, openLayer, type ShapeLayer } from './shape-layer.ts'

const WGS84_PRJ =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'

export const shapefile: ExportFormat = {
  id: 'shp',
  title: 'Shapefile',
  extension: 'shp.zip',
  mediaType: 'application/zip',
  holdsTables: true,
  write: (content) => inTemporaryFolder((folder) => writeZip(folder, content)),
}

async function* writeZip(folder: string, content: ExportContent): AsyncGenerator<Uint8Array> {
  const fields = await measureFields(content)
  const layers = await writeLayers(folder, content, fields)
  const zip = new ZipFile()
  const options = { mtime: new Date(content.notice.takenOn) }
  const output = Readable.from(zip.outputStream, { objectMode: false })
  zip.on('error', (fault: Error) => output.destroy(fault))
  const addText = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, options)
  for (const [kind, layer] of layers) {
    const name = layerName(content, kind)
    const addFile = (ending: string, header: Buffer | null) =>
      zip.addReadStreamLazy(`${name}.${ending}`, options, (give) =>
        give(null, Readable.from(withHeader(header, join(folder, `${kind}.${ending}`)), { objectMode: false })),
      )
    addFile('dbf', null)
    addText(`${name}.cpg`, 'UTF-8')
    if (layer.headers === null) continue
    addFile('shp', layer.headers.shp)
    addFile('shx', layer.headers.shx)
    addText(`${name}.prj`, WGS84_PRJ)
  }
  addText('fields.csv', fieldTable(fields))
  addText('licence-and-sources.txt', noticeText(content.notice))
  zip.end()
  yield* output
}

async function* withHeader(header: Buffer | null, path: string): AsyncGenerator<Buffer> {
  if (header) yield header
  yield* createReadStream(path)
}

/** Every kind that occurs; a file without any record still has its table. */
async function writeLayers(folder: string, content: ExportContent, fields: readonly DbfField[]) {
  const layers = new Map<LayerKind, ShapeLayer>()
  const layerOf = async (kind: LayerKind) => {
    const layer = layers.get(kind) ?? (await openLayer(folder, kind, fields))
    layers.set(kind, layer)
    return layer
  }
  for await (const row of content.rows()) await (await layerOf(kindOf(row.geometry?.type))).add(row)
  if (layers.size === 0) await layerOf('table')
  for (const layer of layers.values()) await layer.close()
  return layers
}

function kindOf(type: string | undefined): LayerKind {
  if (type === undefined) return 'table'
  return type === 'Point' ? 'point' : type.endsWith('LineString') ? 'line' : 'polygon'
}

function layerName({ dataset }: ExportContent, kind: LayerKind): string {
  if (kind === 'table') return dataset.geometry === 'none' ? dataset.id : `${dataset.id}-without-place`
  return dataset.geometry === 'mixed' ? `${dataset.id}-${kind}s` : dataset.id
}

function fieldTable(fields: readonly DbfField[]): string {
  const rows = fields.map(({ name, column, cutRecords }) => [name, column.name, column.kind, column.unit, cutRecords])
  return Papa.unparse([['field', 'column', 'kind', 'unit', 'records cut at 254 bytes'], ...rows])
}
