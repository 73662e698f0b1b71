/** Masses from grams to gigatonnes: the number and the unit that keep it readable. */
export type MassUnit = 'Mt' | 'kt' | 't'

/** Tonnes from a thousand up in kt, from a million up in Mt. */
export function massParts(tonnes: number): { value: number; unit: MassUnit } {
  if (tonnes >= 1e6) return { value: tonnes / 1e6, unit: 'Mt' }
  if (tonnes >= 1e3) return { value: tonnes / 1e3, unit: 'kt' }
  return { value: tonnes, unit: 't' }
}
