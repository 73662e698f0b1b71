/** The unit of a field, told by the end of its name: the naming rule puts the unit there, so one table serves server and client. */

/** Longest endings first: `Km2` before `Km`. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['BcmPerYear', 'bcm/year'],
  ['MtPerYear', 'Mt/year'],
  ['TPerYear', 't/year'],
  ['UsdPerT', 'USD/t'],
  ['DesignSpeedKmh', 'km/h'],
  ['SpeedKmh', 'km/h'],
  ['GaugeMm', 'mm'],
  ['AreaAcres', 'acres'],
  ['UsdM', 'million USD'],
  ['Mcm', 'million m³'],
  ['Km2', 'km²'],
  ['Kmh', 'km/h'],
  ['Km', 'km'],
  ['Nm', 'nmi'],
  ['Ha', 'ha'],
  ['Mw', 'MW'],
  ['Mt', 'Mt'],
  ['Mm', 'mm'],
  ['Pct', '%'],
  ['Dwt', 'dwt'],
  ['In', 'in'],
  ['Deg', '°'],
  ['M', 'm'],
]
const WHOLE: Readonly<Record<string, string>> = { kv: 'kV', kvLevels: 'kV' }

/** null: a number without unit, or no number at all. */
export function unitOf(key: string): string | null {
  if (WHOLE[key]) return WHOLE[key]
  const ending = ENDINGS.find(([text]) => key.endsWith(text) && /[a-z0-9]/.test(key.at(-text.length - 1) ?? ''))
  return ending?.[1] ?? null
}
