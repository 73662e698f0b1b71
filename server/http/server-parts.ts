/** What the HTTP layer is built from; `createApp` is given these and listens to nothing. */
import type { Logger } from 'pino'
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { GraphCache } from '../graph-cache.ts'
import type { AnswerCache } from '../queries/answer-cache.ts'
import type { Storage } from '../storage/storage.ts'
import type { TileService } from '../tiles/tile-service.ts'
import type { Metrics } from './metrics.ts'
import type { TileVersions } from './tile-versions.ts'

export interface ServerParts {
  storage: Storage
  graph: GraphCache
  tiles: TileService
  versions: TileVersions
  datasets: readonly DatasetDefinition[]
  config: Config
  log: Logger
  clock: Clock
  metrics: Metrics
  cache: AnswerCache
}
