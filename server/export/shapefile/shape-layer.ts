/** One layer of a Shapefile on disk: shapes by shp-write-stream, the table by dbffile, which knows UTF-8. */
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished, pipeline } from 'node:stream/promises'
import { DBFFile } from 'dbffile'
import shapeWriter from 'shp-write-stream/shp.js'
import type { Geometry } from '#geodata/contract/geo.ts'
import type { ExportRow } from '../format.ts'
import { type DbfField, fieldValue } from './dbf-fields.ts'

const ROWS_AT_ONCE = 200

/** `table`: records without a place. */
export type LayerKind = 'point' | 'line' | 'polygon' | 'table'

export interface ShapeLayer {
  add(row: ExportRow): Promise<void>
  close(): Promise<void>
  /** What stands before the written shapes, once closed; null for a table. */
  headers: { shp: Buffer; shx: Buffer } | null
}

/** Writes `<kind>.dbf` and, but for a table, `<kind>.shp` and `<kind>.shx` without their headers into a folder. */
export async function openLayer(folder: string, kind: LayerKind, fields: readonly DbfField[]): Promise<ShapeLayer> {
  const shapes = kind === 'table' ? null : openShapes(folder, kind)
  const descriptors = fields.map(({ name, type, size, decimalPlaces }) => ({ name, type, size, decimalPlaces }))
  const table = await DBFFile.create(join(folder, `${kind}.dbf`), descriptors, { encoding: 'utf8' })
  let waiting: Record<string, unknown>[] = []
  const flush = async () => {
    await table.appendRecords(waiting)
    waiting = []
  }
  const layer: ShapeLayer = {
    headers: null,
    async add({ geometry, values }) {
      if (geometry) await shapes?.add(geometry)
      waiting.push(Object.fromEntries(fields.map((field, index) => [field.name, fieldValue(field, values[index])])))
      if (waiting.length >= ROWS_AT_ONCE) await flush()
    },
    async close() {
      await flush()
      layer.headers = shapes && (await shapes.close())
    },
  }
  return layer
}

function openShapes(folder: string, kind: Exclude<LayerKind, 'table'>) {
  const { shp, shx } = shapeWriter(kind)
  const written = Promise.all([
    pipeline(shp, createWriteStream(join(folder, `${kind}.shp`))),
    pipeline(shx, createWriteStream(join(folder, `${kind}.shx`))),
  ])
  // Looked at when the layer is closed; a failure before then must not end the process.
  written.catch(() => undefined)
  return {
    add: (geometry: Geometry) =>
      new Promise<void>((done, failed) => {
        shp.write(geometry, (fault) => (fault ? failed(fault) : done()))
      }),
    async close() {
      shp.end()
      await finished(shp, { readable: false })
      shx.end()
      await written
      return shp.generateHeader()
    },
  }
}
