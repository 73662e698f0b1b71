/** The part of shp-write-stream that is used: the writer of .shp and .shx. The package has no types of its own. */
declare module 'shp-write-stream/shp.js' {
  import type { Transform } from 'node:stream'

  interface ShapeWriter extends Transform {
    /** Both files' first 100 bytes, known when everything has been written. */
    generateHeader(): { shp: Buffer; shx: Buffer }
  }
  /** Takes GeoJSON geometries of one kind; rings are turned as the format wants them. */
  export default function shapeWriter(kind: 'point' | 'line' | 'polygon'): { shp: ShapeWriter; shx: Transform }
}
