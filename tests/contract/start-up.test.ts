/** What stands in the way of a start is told in one sentence that says how to mend it: never a stack trace. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { DATASETS, TILESETS } from '#geodata/datasets/catalogue.ts'
import { openStorage } from '#server/storage/open-storage.ts'
import { freePort, ROOT } from '#tests/e2e/atlas-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'orelink-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the server until it ends by itself. */
function startsAndEnds(...args: string[]): Promise<{ code: number | null; text: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args], { cwd: ROOT })
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
    })
    child.stderr.on('data', (chunk) => {
      text += chunk
    })
    child.once('close', (code) => done({ code, text }))
  })
}

function expectPlain({ code, text }: { code: number | null; text: string }, said: RegExp): void {
  expect(text).toMatch(said)
  expect(text).not.toMatch(/^\s+at .+:\d+:\d+/m)
  expect(code).toBe(1)
}

const nothing = ['--data', join(folder, 'none')]

test('a port that is taken', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  const file = join(folder, 'empty.sqlite')
  await (await openStorage(file, { datasets: DATASETS, tilesets: TILESETS, create: true })).close()
  const ended = await startsAndEnds('--port', String(port), '--database', file, ...nothing)
  other.close()
  expectPlain(ended, new RegExp(`port.*${port}|${port}.*(taken|use)`, 'i'))
})

test('a database that is not there, with no data to make it from', async () => {
  const file = join(folder, 'missing.sqlite')
  expectPlain(
    await startsAndEnds('--port', String(await freePort()), '--database', file, ...nothing),
    /missing\.sqlite/,
  )
})

test('a database that is no database', async () => {
  const file = join(folder, 'damaged.sqlite')
  writeFileSync(file, 'this is no database, but it is long enough to be taken for one'.repeat(100))
  expectPlain(await startsAndEnds('--port', String(await freePort()), '--database', file, ...nothing), /damaged/)
})

test('a database from a newer program', async () => {
  const file = join(folder, 'newer.sqlite')
  const db = new Database(file)
  db.pragma('user_version = 9999')
  db.exec('CREATE TABLE later (id INTEGER)')
  db.close()
  expectPlain(await startsAndEnds('--port', String(await freePort()), '--database', file, ...nothing), /newer/)
})

test('an option that does not exist, and a port that is none', async () => {
  expectPlain(await startsAndEnds('--prot', '80'), /--prot/)
  expectPlain(await startsAndEnds('--port', '99999999'), /port/)
})

test('a folder for the database that cannot be written', async () => {
  const locked = join(folder, 'file-in-the-way')
  writeFileSync(locked, '')
  chmodSync(locked, 0o400)
  const file = join(locked, 'atlas.sqlite')
  expectPlain(await startsAndEnds('--port', String(await freePort()), '--database', file, ...nothing), /atlas\.sqlite/)
})

test('a grid of heights that is none', async () => {
  const grid = join(folder, 'grid.tif')
  writeFileSync(grid, 'not a picture')
  const options = ['--port', String(await freePort()), '--database', join(folder, 'grid.sqlite'), '--elevation', grid]
  expectPlain(await startsAndEnds(...options), /correct --elevation/)
})
