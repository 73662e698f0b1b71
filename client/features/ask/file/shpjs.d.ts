/** Types of the npm package `shpjs` as far as it is used here; it ships none. */
declare module 'shpjs' {
  /** GeoJSON of the layers in a zip in WGS 84: a collection, or a list of them. */
  export function parseZip(zip: ArrayBuffer): Promise<unknown>
}
