/**
 * What a truck, a wagon and a ship carry, and so what a tonne-kilometre costs in them.
 * Truck: payload falls with a road's axle limit in proportion to the legal axle load, and a road is shut to what is heavier
 * with its load than the limit posted for the whole vehicle. Ship: deadweight grows with the cube
 * of the draught (similar hulls: 56,000 t at 12.8 m, against 28,000 t at 10.2 m and 160,000 t at 18.2 m), and the cost of
 * a tonne falls with a power of the deadweight (Jansson and Shneerson, Economies of scale of general cargo ships, 1978).
 */
import type { Rates } from './assumptions.ts'

/** The payload at which the road rate holds: the legal one. */
const RATE_PAYLOAD_T = 24
const RATE_WAGON_T = 60
/** The lot at which the quoted sea rates hold (ISM quotes of 50,000 t). */
const RATE_SHIP_DWT = 50_000
const MODEL_SHIP = { dwt: 56_000, draughtM: 12.8 }
/** The largest bulk carrier considered where no port limits it: the ports of Pakistan take none larger. */
const LARGEST_DWT = 180_000

export function truckPayloadT({ truckPayload, legalAxleLoad }: Rates, axleLoadLimitT: number | null): number {
  const share = axleLoadLimitT === null ? 1 : Math.min(1, axleLoadLimitT / legalAxleLoad)
  return truckPayload * share
}

/** Whether the loaded truck may pass under a posted limit; null: none is known, so none is in the way. */
export function isWithinLimit({ truckTare, truckPayload }: Rates, grossWeightLimitT: number | null): boolean {
  return grossWeightLimitT === null || truckTare + truckPayload <= grossWeightLimitT
}

/** Factor on the road rate: a truck-km costs the same whatever it carries. */
export function truckCostFactor(rates: Rates, axleLoadLimitT: number | null): number {
  return RATE_PAYLOAD_T / truckPayloadT(rates, axleLoadLimitT)
}

export function wagonCostFactor({ wagonPayload }: Rates): number {
  return RATE_WAGON_T / wagonPayload
}

export interface Berth {
  /** Deepest draught of ships, metres; null: not known. */
  maxDraughtM: number | null
  maxDwt: number | null
}

/** Deadweight of the largest ship that every berth of the voyage takes. */
export function shipDwt(berths: readonly Berth[]): number {
  const limits = berths.flatMap(({ maxDraughtM, maxDwt }) => [
    ...(maxDraughtM === null ? [] : [MODEL_SHIP.dwt * (maxDraughtM / MODEL_SHIP.draughtM) ** 3]),
    ...(maxDwt === null ? [] : [maxDwt]),
  ])
  return Math.min(LARGEST_DWT, ...limits)
}

/** Factor on the sea rate and on the emissions per tonne-km: below 1 for ships larger than the quoted lot. */
export function shipFactor({ shipSizeExponent }: Rates, dwt: number): number {
  return (dwt / RATE_SHIP_DWT) ** -shipSizeExponent
}
