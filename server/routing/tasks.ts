/** What a worker can be asked: one pure function a task, by name. */
import type { Criterion } from '#geodata/contract/logistics.ts'
import { rankLinks, siteFor } from './choose.ts'
import { drawReach } from './draw-reach.ts'
import { planChangedRoute } from './plan-changed-route.ts'
import { planSpur } from './plan-spur.ts'
import { listPlanned } from './planned-links.ts'
import { landmarksFor, type RoutingWorld } from './routing-world.ts'
import { runScenario } from './run-scenario.ts'
import { rankLosses, tabulate } from './tabulate.ts'
import { underChanges } from './under-changes.ts'
import { writeRoute } from './write-route.ts'

/** Landmarks of the usual questions. */
function warm(world: RoutingWorld, criteria: readonly Criterion[]): null {
  for (const by of criteria) landmarksFor(world, by)
  return null
}

export const TASKS = {
  warm,
  writeRoute,
  planSpur,
  planChangedRoute,
  listPlanned,
  tabulate: underChanges(tabulate),
  rankLosses: underChanges(rankLosses),
  runScenario,
  drawReach: underChanges(drawReach),
  siteFor: underChanges(siteFor),
  rankLinks: underChanges(rankLinks),
} as const

export type TaskName = keyof typeof TASKS
export type TaskInput<T extends TaskName> = Parameters<(typeof TASKS)[T]>[1]
export type TaskOutput<T extends TaskName> = ReturnType<(typeof TASKS)[T]>
