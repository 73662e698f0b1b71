/** Which roads and lines a way follows, longest first. */
import type { Route } from '#geodata/contract/logistics.ts'

const NAMED = 3
/** Shorter stretches tell nobody which way it is. */
const LEAST_KM = 10

export function roadsOf({ legs }: Pick<Route, 'legs'>): string[] {
  const km = new Map<string, number>()
  for (const { parts } of legs)
    for (const { reference, lengthKm } of parts) if (reference) km.set(reference, (km.get(reference) ?? 0) + lengthKm)
  return [...km].sort((a, b) => b[1] - a[1]).flatMap(([reference, length]) => (length >= LEAST_KM ? [reference] : []))
}

/** The longest roads of a way that another does not use. */
export function roadsOnlyIn(route: Pick<Route, 'legs'>, other: Pick<Route, 'legs'>): string[] {
  const used = new Set(other.legs.flatMap(({ parts }) => parts.map(({ reference }) => reference)))
  return roadsOf(route)
    .filter((reference) => !used.has(reference))
    .slice(0, NAMED)
    .map(shownReference)
}

/** Lines abroad are listed by plain words, not by numbers: shown as names are. */
export function shownReference(reference: string): string {
  return /^[a-z][a-z0-9-]*$/.test(reference) ? reference.charAt(0).toUpperCase() + reference.slice(1) : reference
}

/** For the name of a way in a list. */
export function viaOf(route: Pick<Route, 'legs'>): string {
  return roadsOf(route).slice(0, NAMED).map(shownReference).join(', ')
}
