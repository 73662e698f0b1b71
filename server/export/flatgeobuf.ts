/**
 * FlatGeobuf, header first and then feature after feature as the library encodes them. Streamed, hence without the spatial
 * index, which stands before the features and needs all of them. The notice is the header's description and metadata.
 */
import { Builder, ByteBuffer } from 'flatbuffers'
import { magicbytes } from 'flatgeobuf/lib/mjs/constants.js'
import { Column as FgbColumn } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js'
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js'
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js'
import { Feature as FgbFeature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js'
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js'
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js'
import { buildFeature } from 'flatgeobuf/lib/mjs/generic/feature.js'
import { parseGeometry } from 'flatgeobuf/lib/mjs/geojson/geometry.js'
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js'
import { type Column, propertiesOf } from './columns.ts'
import type { ExportContent, ExportFormat, ExportRow } from './format.ts'
import { multiple } from './multiple.ts'
import { type ExportNotice, noticeText } from './notice.ts'

const TYPES = {
  text: ColumnType.String,
  number: ColumnType.Double,
  integer: ColumnType.Long,
  boolean: ColumnType.Bool,
  json: ColumnType.Json,
} as const satisfies Record<Column['kind'], ColumnType>

/** What a column may say beside its name and type, and does not. */
const UNSTATED = {
  ...{ title: null, description: null, width: -1, precision: -1, scale: -1 },
  ...{ nullable: true, unique: false, primary_key: false },
}

const GEOMETRY_TYPES = {
  point: GeometryType.Point,
  line: GeometryType.MultiLineString,
  area: GeometryType.MultiPolygon,
  mixed: GeometryType.Unknown,
  none: GeometryType.Unknown,
} as const

export const flatgeobuf: ExportFormat = {
  id: 'fgb',
  title: 'FlatGeobuf',
  extension: 'fgb',
  mediaType: 'application/flatgeobuf',
  holdsTables: false,
  write,
}

async function* write({ dataset, columns, notice, rows }: ExportContent): AsyncGenerator<Uint8Array> {
  const geometryType = GEOMETRY_TYPES[dataset.geometry]
  const header: HeaderMeta = {
    ...{ geometryType, featuresCount: notice.featureCount, indexNodeSize: 0, envelope: null, crs: null },
    columns: columns.map(({ name, kind }) => ({ ...UNSTATED, name, type: TYPES[kind] })),
    ...{ title: null, description: null, metadata: null },
  }
  yield magicbytes
  yield headerBytes(header, columns, notice)
  for await (const row of rows()) yield featureBytes(row, columns, header, dataset.geometry)
}

function headerBytes(header: HeaderMeta, columns: readonly Column[], notice: ExportNotice): Uint8Array {
  const builder = new Builder()
  const columnsOffset = Header.createColumnsVector(
    builder,
    columns.map((column) => columnOffset(builder, column)),
  )
  const [name, title, description, metadata, org] = [
    ...[notice.dataset, notice.title, noticeText(notice), JSON.stringify(notice), 'EPSG'],
  ].map((text) => builder.createString(text)) as [number, number, number, number, number]
  Crs.startCrs(builder)
  Crs.addOrg(builder, org)
  Crs.addCode(builder, 4326)
  const crs = Crs.endCrs(builder)
  Header.startHeader(builder)
  Header.addName(builder, name)
  Header.addTitle(builder, title)
  Header.addDescription(builder, description)
  Header.addMetadata(builder, metadata)
  Header.addCrs(builder, crs)
  Header.addGeometryType(builder, header.geometryType)
  Header.addFeaturesCount(builder, BigInt(header.featuresCount))
  Header.addIndexNodeSize(builder, header.indexNodeSize)
  Header.addColumns(builder, columnsOffset)
  builder.finishSizePrefixed(Header.endHeader(builder))
  return builder.asUint8Array()
}

function columnOffset(builder: Builder, { name, kind, unit }: Column): number {
  const nameOffset = builder.createString(name)
  const unitOffset = unit === null ? null : builder.createString(unit)
  FgbColumn.startColumn(builder)
  FgbColumn.addName(builder, nameOffset)
  FgbColumn.addType(builder, TYPES[kind])
  if (unitOffset !== null) FgbColumn.addDescription(builder, unitOffset)
  return FgbColumn.endColumn(builder)
}

/** Lines and areas of a dataset all become multiple ones, so that the file has one type. */
function featureBytes(
  { geometry, values }: ExportRow,
  columns: readonly Column[],
  header: HeaderMeta,
  kind: ExportContent['dataset']['geometry'],
): Uint8Array {
  const properties = propertiesOf(columns, values) as Parameters<typeof buildFeature>[1]
  if (geometry === null)
    return withoutPlace(buildFeature(parseGeometry({ type: 'Point', coordinates: [0, 0] }), properties, header))
  const shape = kind === 'mixed' ? geometry : multiple(geometry)
  const parsed = parseGeometry(shape as Parameters<typeof parseGeometry>[0])
  // The library leaves the ends of a lone line out, which GDAL does not read.
  if (shape.type === 'MultiLineString') parsed.ends ??= [parsed.xy.length / 2]
  return buildFeature(parsed, properties, header)
}

/** The library asks for a geometry; the format does not. Keeps the properties that it encoded. */
function withoutPlace(feature: Uint8Array): Uint8Array {
  const properties = FgbFeature.getSizePrefixedRootAsFeature(new ByteBuffer(feature)).propertiesArray()
  const builder = new Builder()
  const offset = properties === null ? 0 : FgbFeature.createPropertiesVector(builder, properties)
  FgbFeature.startFeature(builder)
  if (properties !== null) FgbFeature.addProperties(builder, offset)
  builder.finishSizePrefixed(FgbFeature.endFeature(builder))
  return builder.asUint8Array()
}
