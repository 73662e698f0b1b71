/** Reads cells of a row of facts as the values of our schemas. Every reader throws with the row's id when a cell is not what it should be. */
import type { Geometry, GeometryQuality } from '#geodata/contract/geo.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'

export type Row = Readonly<Record<string, string | null>>

const nameOf = (row: Row): string => row.id ?? row.name ?? row.item ?? JSON.stringify(row)

/** The cell, which must not be blank. */
export function required(row: Row, column: string): string {
  const cell = row[column]
  if (cell === null || cell === undefined) throw new Error(`${nameOf(row)}: "${column}" is blank`)
  return cell
}

/** The cell as a number; blank is null (unknown), anything else that is no number throws. */
export function numberOrNull(row: Row, column: string): number | null {
  const cell = row[column]
  if (cell === null || cell === undefined) return null
  const value = Number(cell)
  if (!Number.isFinite(value)) throw new Error(`${nameOf(row)}: "${column}" is "${cell}", not a number`)
  return value
}

/** The cell split at `separator`; blank is an empty list. */
export function listOfCell(row: Row, column: string, separator: '|' | ';'): string[] {
  return (row[column] ?? '')
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** Columns lon and lat as a point; null when both are blank. */
export function pointOf(row: Row): Geometry | null {
  const lon = numberOrNull(row, 'lon')
  const lat = numberOrNull(row, 'lat')
  return lon === null || lat === null ? null : { type: 'Point', coordinates: [lon, lat] }
}

const QUALITY: Readonly<Record<string, GeometryQuality>> = {
  exact: 'exact',
  approx_km: 'approximate',
  district: 'district',
  city: 'district',
}

/** Column coord_quality in our words; `fallback` where the table has no such column or the cell is blank. */
export function qualityOf(row: Row, fallback: GeometryQuality): GeometryQuality {
  const cell = row.coord_quality
  if (cell === null || cell === undefined) return fallback
  const quality = QUALITY[cell]
  if (!quality) throw new Error(`${nameOf(row)}: coord_quality "${cell}" is unknown`)
  return quality
}

const arabicScript = /\p{Script=Arabic}/u
const hanScript = /\p{Script=Han}/u

/** The name with its Urdu and Chinese forms, taken from their columns or from a mixed list of local names by script. */
export function localName(row: Row, column = 'name'): LocalName {
  const local = (row.name_local ?? '').split(/[;؛]/).map((name) => name.trim())
  return {
    en: required(row, column),
    ur: row.name_ur ?? local.find((name) => arabicScript.test(name)) ?? null,
    zh: row.name_zh ?? local.find((name) => hanScript.test(name)) ?? null,
  }
}
