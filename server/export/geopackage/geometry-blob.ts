/** A geometry as GeoPackage keeps it: a header with the reference system and box, then well-known binary (OGC 12-128r17, 2.1.3). */
import wkx from 'wkx'
import type { Geometry } from '#geodata/contract/geo.ts'
import { bboxOf } from '#geodata/spatial/bbox.ts'
import { multiple } from '../multiple.ts'

const MAGIC = 'GP'
const WGS84 = 4326
const HEADER_BYTES = 8
const BOX_BYTES = 32
/** Bit 0: little-endian; bits 1–3: 1 for a box of four numbers, 0 for none. */
const LITTLE_ENDIAN = 0b0001
const WITH_BOX = 0b0010

/** `asMultiple`: lines and areas as multiple ones, because the layer has one type. */
export function geometryBlob(geometry: Geometry, asMultiple: boolean): Buffer {
  const shape = wkx.Geometry.parseGeoJSON(asMultiple ? multiple(geometry) : geometry).toWkb()
  const hasBox = geometry.type !== 'Point'
  const header = Buffer.alloc(HEADER_BYTES + (hasBox ? BOX_BYTES : 0))
  header.write(MAGIC, 0, 'ascii')
  header.writeUInt8(hasBox ? LITTLE_ENDIAN | WITH_BOX : LITTLE_ENDIAN, 3)
  header.writeInt32LE(WGS84, 4)
  if (hasBox) {
    const [west, south, east, north] = bboxOf(geometry)
    for (const [index, value] of [west, east, south, north].entries())
      header.writeDoubleLE(value, HEADER_BYTES + index * 8)
  }
  return Buffer.concat([header, shape])
}
