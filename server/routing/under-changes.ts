/** A task under the reader's changes: the world as they leave it, and what they close, open and slow as conditions. */
import { changedWorld } from './changed-world.ts'
import type { AskedConditions, RoutingWorld } from './routing-world.ts'

/** The task as it is where nothing is changed. */
export function underChanges<I extends { conditions: AskedConditions }, O>(
  task: (world: RoutingWorld, asked: I) => O,
): (world: RoutingWorld, asked: I) => O {
  return (world, asked) => {
    if (asked.conditions.changes.length === 0) return task(world, asked)
    const { world: changed, conditions: applied } = changedWorld(world, asked.conditions.changes)
    return task(changed, { ...asked, conditions: { ...asked.conditions, applied } })
  }
}
