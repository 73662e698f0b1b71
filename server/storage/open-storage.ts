/** A location to an implementation of the store. Only SQLite so far: a file path, or `:memory:`. */
import { openSqliteStorage, type SqliteOptions } from './sqlite/sqlite-storage.ts'
import type { Storage } from './storage.ts'

export type StorageOptions = SqliteOptions

/** Opens the store at a location. Throws one of the classes in storage-errors.ts, worded for the person who starts the program. */
export async function openStorage(location: string, options: StorageOptions): Promise<Storage> {
  return openSqliteStorage(location.replace(/^sqlite:/, ''), options)
}
