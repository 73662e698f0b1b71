/** Units in which ore, metal and grades are shown, and the arithmetic between them. Stored: Mt of ore, t of metal, grades as printed. */

/** Tonnes in one unit. The troy ounce is 31.1034768 g exactly (NIST Handbook 44, appendix C). */
export const TONNES_IN = { Mt: 1e6, kt: 1e3, t: 1, oz: 31.1034768e-6 } as const
export type MassUnit = keyof typeof TONNES_IN

export const ORE_UNITS = ['Mt', 'kt', 't'] as const satisfies MassUnit[]
export type OreUnit = (typeof ORE_UNITS)[number]
export const METAL_UNITS = ['t', 'kt', 'Mt', 'oz'] as const satisfies MassUnit[]
export type MetalUnit = (typeof METAL_UNITS)[number]
/** `printed`: each grade in the unit of its source. */
export const GRADE_UNITS = ['printed', '%', 'g/t'] as const
export type GradeUnit = (typeof GRADE_UNITS)[number]

/** The same mass in another unit. */
export function inMassUnit(value: number, from: MassUnit, to: MassUnit): number {
  return from === to ? value : (value * TONNES_IN[from]) / TONNES_IN[to]
}

/** 1 % is 10,000 g/t. Heating values are no grades of mass: undefined. */
export function inGradeUnit(value: number, from: '%' | 'g/t' | 'MJ/kg', to: '%' | 'g/t'): number | undefined {
  if (from === 'MJ/kg') return undefined
  if (from === to) return value
  return to === 'g/t' ? value * 10_000 : value / 10_000
}

/** Tonnes of metal in ore: 1 Mt at 1 % holds 10,000 t. */
export function containedTonnes(tonnageMt: number, gradePct: number): number {
  return tonnageMt * gradePct * 10_000
}
