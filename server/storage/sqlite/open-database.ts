/** Opens or creates the database file, applies migrations, and says in plain words why it cannot. */
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import {
  StorageBusyError,
  StorageDamagedError,
  StorageError,
  StorageFolderMissingError,
  StorageMissingError,
  StorageReadOnlyError,
  StorageTooNewError,
} from '../storage-errors.ts'

export type SqliteDatabase = Database.Database

export const IN_MEMORY = ':memory:'
/** "OREL": marks the file as ours (PRAGMA application_id). */
const APPLICATION_ID = 0x4f52454c

export interface OpenOptions {
  /** Create the file where there is none; otherwise that is an error. */
  create?: boolean
}

/** Throws one of the classes in storage-errors.ts. */
export function openDatabase(path: string, { create = false }: OpenOptions = {}): SqliteDatabase {
  if (path !== IN_MEMORY) checkPath(path, create)
  let db: SqliteDatabase | undefined
  try {
    db = new Database(path, { timeout: 2000 })
    db.pragma('foreign_keys = ON')
    checkOwner(db, path)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('cache_size = -65536')
    db.pragma('mmap_size = 268435456')
    db.pragma('temp_store = MEMORY')
    migrate(db, path)
    return db
  } catch (error) {
    db?.close()
    throw named(error, path)
  }
}

function checkPath(path: string, create: boolean): void {
  const folder = dirname(path)
  if (!existsSync(folder)) throw new StorageFolderMissingError(path, folder)
  if (!existsSync(path)) {
    if (!create) throw new StorageMissingError(path)
    return
  }
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new StorageReadOnlyError(path, error)
  }
}

/** A file with tables that does not carry our mark is somebody else's: it is left alone. */
function checkOwner(db: SqliteDatabase, path: string): void {
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
  if (tables === 0) db.pragma(`application_id = ${APPLICATION_ID}`)
  else if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new StorageDamagedError(path)
}

function migrate(db: SqliteDatabase, path: string): void {
  const folder = join(import.meta.dirname, 'migrations')
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
  const found = Number(db.pragma('user_version', { simple: true }))
  if (found > files.length) throw new StorageTooNewError(path, found, files.length)
  files.slice(found).forEach((name, index) => {
    const version = found + index + 1
    db.transaction(() => {
      db.exec(readFileSync(join(folder, name), 'utf8'))
      db.pragma(`user_version = ${version}`)
    }).immediate()
  })
}

function named(error: unknown, path: string): unknown {
  if (error instanceof StorageError || !(error instanceof Database.SqliteError)) return error
  if (error.code.startsWith('SQLITE_NOTADB') || error.code.startsWith('SQLITE_CORRUPT'))
    return new StorageDamagedError(path, error)
  if (error.code.startsWith('SQLITE_READONLY') || error.code.startsWith('SQLITE_CANTOPEN'))
    return new StorageReadOnlyError(path, error)
  if (error.code.startsWith('SQLITE_BUSY')) return new StorageBusyError(path, error)
  return error
}
