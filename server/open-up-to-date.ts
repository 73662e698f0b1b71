/** Opens the database; loads it anew first when it is missing or was made from other data or by other rules. */
import { existsSync } from 'node:fs'
import { DATASETS, TILESETS } from '#geodata/datasets/catalogue.ts'
import { datasetsFingerprint, loadDatasets } from '#scripts/load-datasets.ts'
import type { Config } from './config.ts'
import { openStorage } from './storage/open-storage.ts'
import type { Storage } from './storage/storage.ts'
import { StorageMissingError } from './storage/storage-errors.ts'

/**
 * Where there is no data folder, the database is served as it stands. Throws a storage error with a message for the
 * person who starts the program; a damaged or newer database is never overwritten.
 */
export async function openUpToDate(
  { database, data, elevation }: Pick<Config, 'database' | 'data' | 'elevation'>,
  progress: (line: string) => void,
): Promise<Storage> {
  const open = () => openStorage(database, { datasets: DATASETS, tilesets: TILESETS })
  if (!existsSync(data)) {
    if (!existsSync(database)) throw new StorageMissingError(database)
    progress(`no data folder ${data}: the database is served as it stands`)
    return open()
  }
  if (existsSync(database)) {
    const storage = await open()
    if ((await storage.loadedFrom()) === datasetsFingerprint(data, elevation)) return storage
    await storage.close()
    progress(`the database ${database} is older than the data: loading it again`)
  } else {
    progress(`there is no database at ${database} yet: loading the data`)
  }
  await loadDatasets({ databasePath: database, dataFolder: data, elevation, log: progress })
  return open()
}
