/**
 * The routing network, loaded and decoded once a thread: one thread for single routes, so that they are quick, and one
 * for whatever takes longer. Threads start at the first question. Questions of readers who left are dropped unanswered.
 */
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { LRUCache } from 'lru-cache'
import type { Assumption } from '#geodata/contract/logistics.ts'
import { FreightCostProperties } from '#geodata/datasets/freight-costs/dataset.ts'
import { PortProperties } from '#geodata/datasets/ports/dataset.ts'
import { defaultAssumptions } from '#geodata/economics/assumptions.ts'
import type { Berth } from '#geodata/economics/vehicles.ts'
import { Refusal } from './refusal.ts'
import type { TaskInput, TaskName, TaskOutput } from './routing/tasks.ts'
import type { WorkerAnswer, WorkerQuestion, WorkerStart } from './routing/worker.ts'
import type { FeatureStore } from './storage/storage.ts'

export interface GraphCache {
  ask<T extends TaskName>(task: T, input: TaskInput<T>, signal: AbortSignal): Promise<TaskOutput<T>>
  /** The defaults, from the datasets. */
  assumptions(): Promise<Assumption[]>
  /** Starts the threads and lets the one for single routes reckon its landmarks, so that the first reader need not wait. */
  warm(): Promise<void>
  /** Settles when the start of a thread that is under way has ended, well or not; null where none is. The time of questions runs from then on. */
  startUnderWay(): Promise<void> | null
  /** `unavailable`: warming has failed, and each question says why. */
  state(): 'starting' | 'ready' | 'unavailable'
  close(): Promise<void>
}

const MOST_WAITING = 64
const MOST_RECORDS = 1000
/** As `os.setPriority` counts: both give way to tiles, tables to single routes. */
const PRIORITY = { quick: 5, slow: 10 } as const
/** Long answers whose question is short rest on it and the network alone; the last ones are kept. */
const KEPT: ReadonlySet<TaskName> = new Set(['tabulate', 'rankLosses', 'runScenario', 'siteFor', 'rankLinks'])
const MOST_KEPT = 24

interface Waiting {
  question: WorkerQuestion
  signal: AbortSignal
  resolve(answer: unknown): void
  reject(fault: unknown): void
}

export function createGraphCache({
  storage,
  networkFile,
}: {
  storage: Pick<FeatureStore, 'features'>
  networkFile: string
}): GraphCache {
  let assumptions: Promise<Assumption[]> | undefined
  const defaults = () => {
    assumptions ??= readAssumptions(storage)
    return assumptions
  }
  const starter = (priority: number) => async (): Promise<Worker> => {
    if (!existsSync(networkFile)) throw new Refusal('not-ready', 'There is no network file: `npm run data` makes it.')
    const workerData: WorkerStart = {
      networkFile,
      berths: await readBerths(storage),
      assumptions: await defaults(),
      priority,
    }
    return new Worker(new URL('./routing/start-worker.mjs', import.meta.url), { workerData })
  }
  const threads = { quick: createThread(starter(PRIORITY.quick)), slow: createThread(starter(PRIORITY.slow)) }
  const kept = new LRUCache<string, object>({ max: MOST_KEPT })
  let state: ReturnType<GraphCache['state']> = 'ready'
  let warming: Promise<void> | null = null
  return {
    async ask(task, input, signal) {
      // A task's answer is what its function returns; the name ties both together.
      const thread = task === 'writeRoute' ? threads.quick : threads.slow
      if (!KEPT.has(task)) return (await thread.ask(task, input, signal)) as TaskOutput<typeof task>
      const key = `${task} ${JSON.stringify(input)}`
      const answer = kept.get(key) ?? ((await thread.ask(task, input, signal)) as object)
      kept.set(key, answer)
      return answer as TaskOutput<typeof task>
    },
    assumptions: defaults,
    warm() {
      state = 'starting'
      const { signal } = new AbortController()
      const both = [
        threads.quick.ask('warm', ['cost', 'time', 'distance'], signal),
        threads.slow.ask('warm', [], signal),
      ]
      const warmed = Promise.all(both).then(() => {
        state = 'ready'
      })
      warming = warmed
        .catch(() => {
          state = 'unavailable'
        })
        .then(() => {
          warming = null
        })
      return warmed
    },
    startUnderWay: () => warming ?? threads.quick.startUnderWay() ?? threads.slow.startUnderWay(),
    state: () => state,
    async close() {
      await Promise.all([threads.quick.close(), threads.slow.close()])
    },
  }
}

function createThread(start: () => Promise<Worker>) {
  let worker: Promise<Worker> | undefined
  let running: Waiting | undefined
  let waiting: Waiting[] = []
  let starting: Promise<void> | null = null
  let lastId = 0

  const next = (): void => {
    if (running) return
    for (const left of waiting.filter(({ signal }) => signal.aborted)) left.reject(left.signal.reason)
    waiting = waiting.filter(({ signal }) => !signal.aborted)
    running = waiting.shift()
    if (!running) return
    const { question, signal } = running
    signal.addEventListener('abort', () => endOverdue(question, signal))
    begin().then((thread) => thread.postMessage(question), lose)
  }
  const begin = (): Promise<Worker> => {
    if (worker) return worker
    const began = start().then(listen)
    worker = began
    starting = began
      .then(untilUp, () => undefined)
      .then(() => {
        starting = null
      })
    return began
  }
  const listen = (thread: Worker): Worker => {
    thread.on('message', (message: WorkerAnswer) => {
      if ('isUp' in message) return
      const asked = running
      running = undefined
      if ('fault' in message) asked?.reject(new Error(message.fault))
      else asked?.resolve(message.answer)
      next()
    })
    thread.on('error', lose)
    // A thread that waits keeps no process alive.
    thread.unref()
    return thread
  }
  /** The thread is gone: what it was asked fails, the next question starts another. */
  const lose = (fault: unknown): void => {
    worker = undefined
    running?.reject(fault)
    running = undefined
    next()
  }
  /** A task past its time is ended with its thread, so that it keeps no other waiting. */
  const endOverdue = (question: WorkerQuestion, { reason }: AbortSignal): void => {
    if (running?.question !== question || !(reason instanceof DOMException) || reason.name !== 'TimeoutError') return
    // A thread that is still starting is let start: another would take as long.
    if (starting) return
    worker?.then((thread) => thread.terminate()).catch(() => undefined)
    lose(reason)
    // The next question finds a thread that has begun to start.
    begin().catch(() => undefined)
  }
  return {
    ask(task: TaskName, input: unknown, signal: AbortSignal): Promise<unknown> {
      if (waiting.length >= MOST_WAITING)
        throw new Refusal('too-many-requests', 'Too many questions about the network are waiting: ask again shortly.')
      return new Promise((resolve, reject) => {
        lastId += 1
        waiting.push({ question: { id: lastId, task, input }, signal, resolve, reject })
        next()
      })
    },
    startUnderWay: () => starting,
    async close() {
      waiting = []
      await (await worker?.catch(() => undefined))?.terminate()
    },
  }
}

/** Resolves when a thread holds its network, or is gone. */
function untilUp(thread: Worker): Promise<void> {
  return new Promise((resolve) => {
    thread.once('message', () => resolve())
    thread.once('exit', () => resolve())
  })
}

async function readAssumptions(storage: Pick<FeatureStore, 'features'>): Promise<Assumption[]> {
  const records = await storage.features('freight-costs', { limit: MOST_RECORDS })
  const parsed = records.map(({ id, properties }) => ({ id, properties: FreightCostProperties.parse(properties) }))
  return [...defaultAssumptions(parsed).values()]
}

async function readBerths(storage: Pick<FeatureStore, 'features'>): Promise<[string, Berth][]> {
  const ports = await storage.features('ports', { limit: MOST_RECORDS })
  return ports.map(({ id, properties }) => {
    const { maxDraughtM, maxDwt } = PortProperties.parse(properties)
    return [`ports/${id}`, { maxDraughtM, maxDwt }]
  })
}
