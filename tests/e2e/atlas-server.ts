/** The built server as a process of its own, on a free port, with its own copy of a database loaded once per run. */
import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export const ROOT = resolve(import.meta.dirname, '../..')
/** Loaded when data or rules changed, copied for each test file. */
const TEMPLATE = join(ROOT, 'var/browser-tests/template.sqlite')
const READY_WITHIN_MS = 170_000

export interface AtlasServer {
  address: string
  /** Milliseconds from the start of the process to the first ready answer. */
  startedInMs: number
  /** Of the process that runs now. */
  pid(): number
  /** Ends the process as a terminal would; resolves when it is gone. */
  stop(): Promise<void>
  /** Starts it again on the same port with the same database. */
  start(): Promise<void>
  /** Stops it and removes its database. */
  close(): Promise<void>
}

export interface AtlasOptions {
  database?: string
  /** Further options of the server, for example `--basemap`. */
  args?: readonly string[]
}

/** Brings the template up to date: the server loads a missing or stale database before it is ready. */
export async function prepareTemplate(): Promise<void> {
  mkdirSync(join(TEMPLATE, '..'), { recursive: true })
  const server = await startAtlas({ database: TEMPLATE })
  await server.stop()
}

/** A running server; with no database given, on a fresh copy of the template. */
export async function startAtlas({ database, args = [] }: AtlasOptions = {}): Promise<AtlasServer> {
  const folder = mkdtempSync(join(tmpdir(), 'orelink-e2e-'))
  const file = database ?? join(folder, 'atlas.sqlite')
  if (database === undefined) {
    if (!existsSync(TEMPLATE)) await prepareTemplate()
    copyOfTemplate(file)
  }
  // A copy is served as it stands: the template was brought up to date before.
  const data = database === undefined ? ['--data', join(folder, 'none')] : []
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null

  const server: AtlasServer = {
    address,
    startedInMs: Number.NaN,
    pid: () => child?.pid ?? Number.NaN,
    async start() {
      const begun = performance.now()
      const options = [
        '--port',
        String(port),
        '--database',
        file,
        '--log-level',
        'warn',
        '--rate-limit',
        '0',
        ...data,
        ...args,
      ]
      child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...options], {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      await untilReady(address, child)
      server.startedInMs = performance.now() - begun
    },
    async stop() {
      const running = child
      child = null
      if (!running || running.exitCode !== null) return
      const gone = new Promise((done) => running.once('exit', done))
      running.kill('SIGTERM')
      await gone
    },
    async close() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await server.start()
  return server
}

/** A database of the real data of one's own. Returns its path. */
export function copyOfTemplate(file: string): string {
  copyFileSync(TEMPLATE, file)
  return file
}

/** Waits for `/health/ready`; throws with what the process printed if it ends or takes too long. */
async function untilReady(address: string, child: ChildProcess): Promise<void> {
  let printed = ''
  const keep = (chunk: Buffer) => {
    printed = (printed + chunk).slice(-4000)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const deadline = performance.now() + READY_WITHIN_MS
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${printed}`)
    const isReady = await fetch(`${address}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return
    await pause(50)
  }
  child.kill('SIGKILL')
  throw new Error(`the server was not ready within ${READY_WITHIN_MS / 1000} s:\n${printed}`)
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))))
    })
  })
}
