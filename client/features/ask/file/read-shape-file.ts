/**
 * A file to one shape, on this machine alone. Each format has its reader, fetched when first met; all give GeoJSON. To add
 * a format: one line in READERS.
 */
import * as z from 'zod'
import type { Geometry } from '#geodata/contract/geo.ts'
import { joinShapes } from './join-shapes.ts'
import { MOST_MB, ShapeFault } from './shape-fault.ts'

type Reader = (file: File) => Promise<unknown>

const READERS: Readonly<Record<string, Reader>> = {
  geojson: async (file) => JSON.parse(await file.text()),
  json: async (file) => JSON.parse(await file.text()),
  kml: async (file) => (await import('@tmcw/togeojson')).kml(xml(await file.text())),
  gpx: async (file) => (await import('@tmcw/togeojson')).gpx(xml(await file.text())),
  zip: async (file) => (await import('shpjs')).parseZip(await file.arrayBuffer()),
  gpkg: async (file) => (await import('./read-geopackage.ts')).readGeoPackage(await file.arrayBuffer()),
  csv: async (file) => (await import('./read-csv.ts')).readCsv(await file.text()),
}

/** What a file dialog offers. */
export const ACCEPTED = Object.keys(READERS)
  .map((ending) => `.${ending}`)
  .join(',')

export interface ShapeOfFile {
  shape: Geometry
  /** Several points were made into the area around them. */
  isHull: boolean
}

/** Throws a ShapeFault. */
export async function readShapeFile(file: File): Promise<ShapeOfFile> {
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''
  const read = READERS[ending]
  if (!read) throw new ShapeFault('type')
  if (file.size > MOST_MB * 1_000_000) throw new ShapeFault('size')
  try {
    return await joinShapes(geometriesOf(await read(file)))
  } catch (cause) {
    if (cause instanceof ShapeFault) throw cause
    throw new ShapeFault('unreadable', 0, { cause })
  }
}

function xml(text: string): Document {
  const document = new DOMParser().parseFromString(text, 'application/xml')
  if (document.querySelector('parsererror')) throw new ShapeFault('unreadable')
  return document
}

const Collection = z.object({ features: z.array(z.unknown()) })
const Feature = z.object({ geometry: z.unknown() })
const GeometryCollection = z.object({ geometries: z.array(z.unknown()) })
const Plain = z.object({ type: z.string(), coordinates: z.array(z.unknown()) })

/** Bare geometries out of any GeoJSON; a zip of several layers is a list of collections. */
function geometriesOf(value: unknown): z.output<typeof Plain>[] {
  if (Array.isArray(value)) return value.flatMap(geometriesOf)
  const plain = Plain.safeParse(value)
  if (plain.success) return [plain.data]
  const collection = Collection.safeParse(value)
  if (collection.success) return collection.data.features.flatMap(geometriesOf)
  const many = GeometryCollection.safeParse(value)
  if (many.success) return many.data.geometries.flatMap(geometriesOf)
  const feature = Feature.safeParse(value)
  return feature.success && feature.data.geometry !== null ? geometriesOf(feature.data.geometry) : []
}
