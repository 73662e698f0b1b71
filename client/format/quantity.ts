/** Numbers to text at the last moment: significant digits by how sure we are, units apart so that they can be set lighter. */
import type { Confidence } from '#geodata/contract/provenance.ts'

/** Significant digits that a figure of this confidence deserves. Integers of small size are never blurred. */
const DIGITS: Readonly<Record<Confidence, number>> = { high: 4, medium: 3, low: 2 }

export function figureOptions(confidence: Confidence): Intl.NumberFormatOptions {
  return { maximumSignificantDigits: DIGITS[confidence] }
}

/** Kilometres: tenths below 10 km, whole ones from there; what rounds to nothing is said to be under a tenth. */
export function distanceText(
  number: (value: number, options?: Intl.NumberFormatOptions) => string,
  distanceKm: number,
): string {
  if (distanceKm < 0.05) return `< ${number(0.1)}`
  return number(distanceKm, { maximumFractionDigits: distanceKm < 10 ? 1 : 0 })
}

const POINTS = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const
export type CompassPoint = (typeof POINTS)[number]

/** Degrees clockwise from north → the nearest of eight points. */
export function compassPoint(bearingDeg: number): CompassPoint {
  const turn = ((bearingDeg % 360) + 360) % 360
  return POINTS[Math.round(turn / 45) % 8] ?? 'N'
}

/** Decimal degrees with hemisphere, `29.2494° N, 61.6119° E`; decimals follow the stated accuracy (1 km ≈ 0.01°). */
export function positionText([lon, lat]: readonly [number, number], accuracyKm: number | null = null): string {
  const decimals = accuracyKm === null ? 4 : Math.min(5, Math.max(1, Math.ceil(2 - Math.log10(accuracyKm))))
  const part = (value: number, positive: string, negative: string) =>
    `${Math.abs(value).toFixed(decimals)}°\u00a0${value < 0 ? negative : positive}`
  return `${part(lat, 'N', 'S')}, ${part(lon, 'E', 'W')}`
}

/** `camelCase`, `snake_case` and `kebab-case` to plain words, for keys that no catalogue knows. */
export function wordsOf(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
