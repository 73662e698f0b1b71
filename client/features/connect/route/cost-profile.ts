/** How the cost of a tonne grows along a way: stretch by stretch, changes of mode as steps on the spot. Base values. */
import type { Leg, Route } from '#geodata/contract/logistics.ts'

export interface ProfileStep {
  mode: Leg['mode']
  reference: string | null
  fromKm: number
  toKm: number
  /** USD per tonne spent when the stretch begins and when it ends. */
  fromUsd: number
  toUsd: number
}

/** In the order of travel; the last `toUsd` is the route's base cost. */
export function costProfile({ legs }: Pick<Route, 'legs'>): ProfileStep[] {
  const steps: ProfileStep[] = []
  let [km, usd] = [0, 0]
  for (const { mode, parts } of legs)
    for (const { reference, lengthKm, costUsdPerTonne } of parts) {
      const step = { mode, reference, fromKm: km, toKm: km + lengthKm, fromUsd: usd, toUsd: usd + costUsdPerTonne }
      steps.push(step)
      km = step.toKm
      usd = step.toUsd
    }
  return steps
}

/** The stretch at a kilometre, and what has been spent there; null for an empty way. */
export function profileAt(steps: readonly ProfileStep[], km: number): { step: ProfileStep; usd: number } | null {
  const step = steps.find(({ fromKm, toKm }) => toKm > fromKm && km <= toKm) ?? steps.at(-1)
  if (!step) return null
  const length = step.toKm - step.fromKm
  const share = length === 0 ? 1 : Math.min(1, Math.max(0, (km - step.fromKm) / length))
  return { step, usd: step.fromUsd + share * (step.toUsd - step.fromUsd) }
}
