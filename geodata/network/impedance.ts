/**
 * What it takes to move one tonne over an edge under given rates: money by purpose, hours, kilograms of CO₂. A kind of
 * stretch gives figures a kilometre, a stop (border, change of mode) gives figures once. Empty return is in the rates.
 */

import type { CostSplit, Criterion } from '#geodata/contract/logistics.ts'
import type { Rates } from '#geodata/economics/assumptions.ts'
import { shipDwt, shipFactor, truckCostFactor, truckPayloadT, wagonCostFactor } from '#geodata/economics/vehicles.ts'
import type { RoutingGraph, Stop, StretchKind } from './routing-graph.ts'

export const KM_PER_NM = 1.852

/** One tonne over one kilometre, or through one stop. */
export interface Passage {
  hours: number
  co2Kg: number
  cost: CostSplit
}

export const FREE: CostSplit = { haul: 0, toll: 0, handling: 0, dwell: 0, border: 0, port: 0 }

export function totalOf({ haul, toll, handling, dwell, border, port }: CostSplit): number {
  return haul + toll + handling + dwell + border + port
}

/** A kilometre of a kind of stretch. */
export function passagePerKm(kind: StretchKind, rates: Rates): Passage {
  if (kind.own) {
    const { speedKmH, costUsdPerTonneKm } = kind.own
    const co2Kg = kind.mode === 'rail' ? rates.railCo2 : rates.roadCo2
    return { hours: 1 / speedKmH, co2Kg, cost: { ...FREE, haul: costUsdPerTonneKm } }
  }
  if (kind.mode === 'road') return roadPerKm(kind, rates)
  if (kind.mode === 'rail') {
    const haul = rates.railRate * wagonCostFactor(rates)
    return { hours: 1 / rates.speedRail, co2Kg: rates.railCo2, cost: { ...FREE, haul } }
  }
  if (kind.mode === 'sea') {
    const factor = shipFactor(rates, shipDwt(kind.berths))
    const hours = 1 / (rates.speedSea * KM_PER_NM)
    return { hours, co2Kg: rates.seaCo2 * factor, cost: { ...FREE, haul: rates.seaRate * factor } }
  }
  return { hours: 0, co2Kg: 0, cost: FREE }
}

function roadPerKm(kind: StretchKind, rates: Rates): Passage {
  const slope = { plain: 0, rolling: 0.5, mountain: 1 }[kind.terrain]
  const flatRate = rates.roadRate + slope * (rates.roadMountainRate - rates.roadRate)
  const haul = flatRate * (kind.isUnpaved ? rates.unpavedFactor : 1) * truckCostFactor(rates, kind.axleLoadLimitT)
  const toll = kind.hasToll ? rates.motorwayToll / truckPayloadT(rates, kind.axleLoadLimitT) : 0
  return {
    hours: 24 / rates.truckHoursPerDay / roadSpeedKmH(kind, rates),
    co2Kg: rates.roadCo2 * (1 + slope * (rates.roadMountainCo2Factor - 1)),
    cost: { ...FREE, haul, toll },
  }
}

/** Speed under way: that of the class, slowed in hills as the national roads are on the Karakoram Highway. */
export function roadSpeedKmH({ class: roadClass, terrain, isUnpaved }: StretchKind, rates: Rates): number {
  const slope = { plain: 0, rolling: 0.5, mountain: 1 }[terrain]
  const slowed = 1 - slope * Math.max(0, 1 - rates.speedMountain / rates.speedNational)
  return classSpeed(roadClass, isUnpaved, rates) * slowed
}

function classSpeed(roadClass: StretchKind['class'], isUnpaved: boolean, rates: Rates): number {
  if (roadClass === 'track' || isUnpaved) return rates.speedTrack
  if (roadClass === 'motorway') return rates.speedMotorway
  if (roadClass === 'trunk' || roadClass === 'primary') return rates.speedNational
  return rates.speedMinor * (SHARE_OF_SECONDARY[roadClass] ?? 1)
}

/**
 * Speed against a secondary (provincial) road, for which the assumption is: as in the profile by which the Open Source
 * Routing Machine routes on OpenStreetMap (osrm-backend, profiles/car.lua: secondary 55, tertiary 40, unclassified 25 km/h).
 */
const SHARE_OF_SECONDARY: Partial<Record<StretchKind['class'], number>> = { tertiary: 40 / 55, minor: 25 / 55 }

/** Once, at a stop. A voyage is loaded in one port and discharged in another, on the same terms: no others are known. */
export function passageOfStop(stop: Stop, rates: Rates): Passage {
  const waiting = (hours: number): number => (hours / 24) * rates.storageCost
  if (stop === 'none') return { hours: 0, co2Kg: 0, cost: FREE }
  if (stop === 'border') {
    const border = rates.borderFee / rates.truckPayload
    return { hours: rates.borderDelay, co2Kg: 0, cost: { ...FREE, border, dwell: waiting(rates.borderDelay) } }
  }
  if (stop === 'transload') {
    const cost = { ...FREE, handling: rates.transloadCost, dwell: waiting(rates.railDwell) }
    return { hours: rates.railDwell, co2Kg: rates.handlingCo2, cost }
  }
  const hours = 2 * (rates.portDwell + (LOADED_LOT_T / rates.portRate) * 24)
  const cost = { ...FREE, port: 2 * rates.portHandling, dwell: waiting(hours) }
  return { hours, co2Kg: 2 * rates.handlingCo2, cost }
}

/** The lot that a port loads or discharges while the cargo waits: that of the quoted voyages. */
const LOADED_LOT_T = 50_000

/** A straight kilometre off the network: an unpaved way of unknown course, `detourFactor` times as long as it is straight. */
export function accessPerStraightKm(rates: Rates): Passage & { km: number } {
  const { hours, co2Kg, cost } = roadPerKm(ACCESS_KIND, rates)
  const factor = rates.detourFactor
  return { km: factor, hours: hours * factor, co2Kg: co2Kg * factor, cost: { ...FREE, haul: cost.haul * factor } }
}

const ACCESS_KIND: StretchKind = {
  mode: 'road',
  class: 'track',
  terrain: 'rolling',
  isUnpaved: true,
  hasToll: false,
  axleLoadLimitT: null,
  grossWeightLimitT: null,
  berths: [],
  own: null,
  stop: 'none',
  status: 'operational',
  closedMonths: 0,
  crossesBorder: false,
}

/** What a search adds up, from a passage and its kilometres. */
export function weightOf(by: Criterion, km: number, { hours, co2Kg, cost }: Passage, rates: Rates): number {
  switch (by) {
    case 'cost':
      return totalOf(cost)
    case 'time':
      return hours
    case 'distance':
      return km
    case 'co2':
      return co2Kg
    case 'mix':
      return totalOf(cost) + hours * rates.timeValue + (co2Kg / 1000) * rates.carbonPrice
  }
}

/** Passages of every kind and stop under one set of rates. */
export interface Tariff {
  rates: Rates
  /** By kind of stretch, a kilometre. */
  perKm: readonly Passage[]
  /** By kind of stretch, once. */
  once: readonly Passage[]
  access: Passage & { km: number }
}

export function tariffOf({ kinds }: Pick<RoutingGraph, 'kinds'>, rates: Rates): Tariff {
  return {
    rates,
    perKm: kinds.map((kind) => passagePerKm(kind, rates)),
    once: kinds.map(({ stop }) => passageOfStop(stop, rates)),
    access: accessPerStraightKm(rates),
  }
}
