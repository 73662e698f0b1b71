/** The SQLite store keeps the storage contract, opens or refuses files in plain words, and asks by index. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStorage } from '#server/storage/open-storage.ts'
import { openDatabase, type SqliteDatabase } from '#server/storage/sqlite/open-database.ts'
import { openTables } from '#server/storage/sqlite/tables.ts'
import {
  StorageDamagedError,
  StorageFolderMissingError,
  StorageMissingError,
  StorageReadOnlyError,
  StorageTooNewError,
} from '#server/storage/storage-errors.ts'
import { storageContract } from './storage-contract.ts'
import { deposit, town, WORLD_DATASETS, WORLD_TILESETS } from './storage-world.ts'

const known = { datasets: WORLD_DATASETS, tilesets: WORLD_TILESETS }

describe('the storage contract in memory', () => {
  storageContract(() => openStorage(':memory:', { ...known, create: true }))
})

describe('files', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'orelink-sqlite-'))
    path = join(folder, 'atlas.sqlite')
  })
  afterEach(() => {
    chmodSync(folder, 0o755)
    rmSync(folder, { recursive: true })
  })
  const made = async () => {
    const storage = await openStorage(path, { ...known, create: true })
    await storage.replaceDataset('towns', [town('gwadar', [62.3, 25.1])])
    await storage.replaceDataset('deposits', [deposit('saindak'), deposit('saindak-north', { partOf: 'saindak' })])
    await storage.markLoadedFrom('print')
    await storage.close()
  }

  test('what was written is there after closing and opening', async () => {
    await made()
    const storage = await openStorage(path, known)
    expect(await storage.loadedFrom()).toBe('print')
    expect(await storage.feature({ dataset: 'towns', id: 'gwadar' })).toEqual(town('gwadar', [62.3, 25.1]))
    await storage.close()
  })

  test('the file is sound after writing and removing, and keeps its foreign keys', async () => {
    await made()
    const storage = await openStorage(path, known)
    await storage.removeFeature({ dataset: 'deposits', id: 'saindak' })
    await storage.replaceDataset('towns', [town('quetta', [67, 30])])
    await storage.close()
    const db = new Database(path)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    for (const [tree, rows] of [
      ['feature_box', 'feature'],
      ['tile_box', 'tile_shape'],
      ['search_gram', 'search_name'],
    ])
      expect(db.prepare(`SELECT count(*) FROM ${tree}`).pluck().get(), tree).toBe(
        db.prepare(`SELECT count(*) FROM ${rows}`).pluck().get(),
      )
    db.close()
  })

  test('a missing file and a missing folder are told apart', async () => {
    await expect(openStorage(path, known)).rejects.toThrow(StorageMissingError)
    await expect(openStorage(join(folder, 'no/atlas.sqlite'), { ...known, create: true })).rejects.toThrow(
      StorageFolderMissingError,
    )
  })

  test('a file that is no database, and a database that is not ours, are left as they are', async () => {
    writeFileSync(path, 'not a database at all, but long enough to have a header '.repeat(40))
    await expect(openStorage(path, { ...known, create: true })).rejects.toThrow(StorageDamagedError)
    rmSync(path)
    const other = new Database(path)
    other.exec('CREATE TABLE theirs (x)')
    other.close()
    await expect(openStorage(path, known)).rejects.toThrow(StorageDamagedError)
  })

  test('a torn file is called damaged', async () => {
    await made()
    writeFileSync(path, Buffer.alloc(60_000, 7), { flag: 'r+' })
    await expect(openStorage(path, known)).rejects.toThrow(StorageDamagedError)
  })

  test('a database newer than the program is refused with both versions', async () => {
    await made()
    const db = new Database(path)
    db.pragma('user_version = 999')
    db.close()
    await expect(openStorage(path, known)).rejects.toThrow(StorageTooNewError)
    await expect(openStorage(path, known)).rejects.toThrow(/999/)
  })

  test.skipIf(process.getuid?.() === 0)(
    'a read-only file is called so (not for root, who may write anything)',
    async () => {
      await made()
      chmodSync(path, 0o444)
      await expect(openStorage(path, known)).rejects.toThrow(StorageReadOnlyError)
    },
  )
})

test('no statement walks through a table that grows with the data', () => {
  const db = openDatabase(':memory:', { create: true })
  const statements: string[] = []
  const prepare = db.prepare.bind(db)
  const listening = Object.assign(Object.create(db) as SqliteDatabase, {
    prepare: (sql: string) => {
      statements.push(sql)
      return prepare(sql)
    },
  })
  openTables(listening)
  expect(statements.length).toBeGreaterThan(20)
  // `dataset` and `raster_tileset` have a row each; a virtual table is always a SCAN, its index shows what it was asked by.
  const scans = statements.flatMap((sql) =>
    db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array<null>(sql.split('?').length - 1).fill(null), namedAsNull(sql))
      .map((step) => String((step as { detail: string }).detail))
      .filter((step) => /^SCAN /.test(step) && !/^SCAN (dataset|raster_tileset|hit|CONSTANT ROW)\b/.test(step))
      .filter((step) => !/VIRTUAL TABLE INDEX (2:.|1:|\d+:.*M)/.test(step))
      .map((step) => `${step} ← ${sql.replace(/\s+/g, ' ')}`),
  )
  expect(scans).toEqual([])
  db.close()
})

function namedAsNull(sql: string): Record<string, null> {
  return Object.fromEntries([...sql.matchAll(/:([a-zA-Z_]+)/g)].map(([, name]) => [name ?? '', null]))
}
