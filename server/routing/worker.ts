/** A thread that holds the network and answers tasks one after the other, so that long searches stall no tile. */
import { readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { Assumption } from '#geodata/contract/logistics.ts'
import type { Berth } from '#geodata/economics/vehicles.ts'
import { decodeNetwork } from '#geodata/network/decode-network.ts'
import { createRoutingWorld, type RoutingWorld } from './routing-world.ts'
import { TASKS, type TaskName } from './tasks.ts'

/** Sent as it starts; only `graph-cache.ts` starts it. */
export interface WorkerStart {
  networkFile: string
  berths: [ref: string, berth: Berth][]
  assumptions: Assumption[]
  /** As `os.setPriority` counts: 0 is usual, 19 gives way to everything. */
  priority: number
}
export interface WorkerQuestion {
  id: number
  task: TaskName
  input: unknown
}
/** `isUp` is said once, when the network is loaded. */
export type WorkerAnswer = { isUp: true } | { id: number; answer: unknown } | { id: number; fault: string }

const start = workerData as WorkerStart
const world = createRoutingWorld(
  decodeNetwork(readFileSync(start.networkFile)),
  new Map(start.berths),
  new Map(start.assumptions.map((assumption) => [assumption.key, assumption])),
)

parentPort?.postMessage({ isUp: true } satisfies WorkerAnswer)
parentPort?.on('message', ({ id, task, input }: WorkerQuestion) => {
  try {
    // The name and its input come from one typed call in graph-cache.ts.
    const run = TASKS[task] as (world: RoutingWorld, input: unknown) => unknown
    const answer = run(world, input)
    parentPort?.postMessage({ id, answer } satisfies WorkerAnswer, buffersOf(answer))
    // Under Linux a thread has a priority of its own: once warm, it gives way to tiles where cores are few.
    if (task === 'warm' && process.platform === 'linux') setPriority(start.priority)
  } catch (fault) {
    const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
    parentPort?.postMessage({ id, fault: text } satisfies WorkerAnswer)
  }
})

/** Written answers are handed over, not copied. */
function buffersOf(answer: unknown): ArrayBuffer[] {
  const isWritten = typeof answer === 'object' && answer !== null && 'json' in answer
  return isWritten && answer.json instanceof Uint8Array && answer.json.buffer instanceof ArrayBuffer
    ? [answer.json.buffer]
    : []
}
