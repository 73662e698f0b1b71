/** The formats that data can be taken away in, in the order in which a reader is offered them. To add one: one file, one line. */
import { csv } from './csv.ts'
import { flatgeobuf } from './flatgeobuf.ts'
import type { ExportFormat } from './format.ts'
import { geojson } from './geojson.ts'
import { geopackage } from './geopackage/geopackage.ts'
import { kml } from './kml.ts'
import { shapefile } from './shapefile/shapefile.ts'
import { xlsx } from './xlsx.ts'

export const EXPORT_FORMATS: readonly ExportFormat[] = [geopackage, geojson, csv, xlsx, shapefile, kml, flatgeobuf]
