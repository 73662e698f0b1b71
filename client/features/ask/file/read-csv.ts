/** Rows with a longitude and a latitude to points; fetched with its parser when a CSV file is opened. */
import Papa from 'papaparse'
import { ShapeFault } from './shape-fault.ts'

const LON = ['lon', 'lng', 'long', 'longitude', 'x']
const LAT = ['lat', 'latitude', 'y']

/** Rows without both numbers are left out. Throws a ShapeFault where the columns are missing. */
export function readCsv(text: string): { type: 'MultiPoint'; coordinates: [number, number][] } {
  const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  const columnOf = (names: readonly string[]) =>
    meta.fields?.find((field) => names.includes(field.trim().toLowerCase()))
  const [lon, lat] = [columnOf(LON), columnOf(LAT)]
  if (lon === undefined || lat === undefined) throw new ShapeFault('columns')
  const numberOf = (value: string | undefined): number => (value?.trim() ? Number(value) : Number.NaN)
  const coordinates = data
    .map((row): [number, number] => [numberOf(row[lon]), numberOf(row[lat])])
    .filter((at) => at.every(Number.isFinite))
  if (coordinates.length === 0) throw new ShapeFault('empty')
  return { type: 'MultiPoint', coordinates }
}
