/** The first seconds of a server: not ready until the network is loaded, and what is asked meanwhile waits without losing its time. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { DATASETS, TILESETS } from '#geodata/datasets/catalogue.ts'
import freightCosts from '#geodata/datasets/freight-costs/dataset.ts'
import { readFeatures } from '#scripts/load-datasets.ts'
import { openStorage } from '#server/storage/open-storage.ts'
import { freePort, ROOT } from '#tests/e2e/atlas-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'orelink-starting-'))
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Starts a server on a small database; resolves as soon as it listens. */
async function listening(...args: string[]): Promise<string> {
  const file = join(folder, `${children.length}.sqlite`)
  const storage = await openStorage(file, { datasets: DATASETS, tilesets: TILESETS, create: true })
  await storage.replaceDataset(freightCosts.id, readFeatures(freightCosts))
  await storage.close()
  const port = await freePort()
  const options = ['--port', String(port), '--database', file, '--data', join(folder, 'none'), ...args]
  children.push(
    spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...options], { cwd: ROOT, stdio: 'ignore' }),
  )
  const address = `http://127.0.0.1:${port}`
  const isLive = () =>
    fetch(`${address}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isLive())) await pause(20)
  return address
}

test('a route asked before the network is loaded is answered, and readiness is told only then', async () => {
  const address = await listening()
  const early = await fetch(`${address}/health/ready`)
  expect(early.status).toBe(503)
  expect(await early.json()).toMatchObject({ code: 'not-ready' })
  const route = await fetch(`${address}/api/routes?from=67.0,24.9&to=66.9,30.1`)
  expect(route.status).toBe(200)
  let ready = await fetch(`${address}/health/ready`)
  for (; ready.status !== 200; ready = await fetch(`${address}/health/ready`)) await pause(50)
  expect(await ready.json()).toMatchObject({ status: 'ready', routing: 'ready' })
}, 120_000)

test('without a network file the rest is served and routes say why not', async () => {
  const address = await listening('--network', join(folder, 'no-network.bin'))
  let ready = await fetch(`${address}/health/ready`)
  for (; ready.status !== 200; ready = await fetch(`${address}/health/ready`)) await pause(50)
  expect(await ready.json()).toMatchObject({ routing: 'unavailable' })
  const route = await fetch(`${address}/api/routes?from=67.0,24.9&to=66.9,30.1`)
  expect(await route.json()).toMatchObject({ code: 'not-ready' })
}, 120_000)
