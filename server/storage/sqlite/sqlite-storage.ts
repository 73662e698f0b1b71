/** The store on SQLite: one file, one connection, tables kept in step by transactions. */
import { LRUCache } from 'lru-cache'
import * as z from 'zod'
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import { Deposit } from '#geodata/contract/deposit.ts'
import type { Expression } from '#geodata/cql2/expression.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import type { DepositQuestion, FeatureQuestion, Storage, TilesTouched } from '../storage.ts'
import { readDepositColumns } from './deposit-columns.ts'
import { type DepositFacets, depositFacets, type Restriction } from './deposit-facets.ts'
import { figureTable } from './figure-table.ts'
import { type OpenOptions, openDatabase } from './open-database.ts'
import { openTables } from './tables.ts'
import { DEPOSITS, featureWriter } from './write-features.ts'

export interface SqliteOptions extends OpenOptions {
  /** Definitions of the datasets it may hold: their tile rules and whether their names are searched. */
  datasets: readonly DatasetDefinition[]
  /** Composite tilesets by name: the datasets that they draw. */
  tilesets: Readonly<Record<string, readonly string[]>>
}

/** Opens the file, see open-database.ts for what it throws. */
export function openSqliteStorage(
  path: string,
  { datasets: definitions, tilesets, ...options }: SqliteOptions,
): Storage {
  const db = openDatabase(path, options)
  const tables = openTables(db)
  const { datasets, features, selection, deposits, tileShapes, tiles, overlay, rasters, search } = tables
  const writer = featureWriter(tables, (dataset) =>
    Object.keys(tilesets).filter((tileset) => tilesets[tileset]?.includes(dataset)),
  )
  const listeners = new Set<(touched: TilesTouched) => void>()
  const figures = figureTable(db)
  const ping = db.prepare('SELECT 1')
  const selectLoaded = db.prepare('SELECT fingerprint FROM loaded_from').pluck()
  const markLoaded = db.prepare('INSERT OR REPLACE INTO loaded_from (only_row, fingerprint) VALUES (1, ?)')
  let counted: DepositFacets | undefined
  let restrictions = new LRUCache<string, Promise<Restriction>>({ max: 16 })

  const facets = (): DepositFacets => {
    counted ??= depositFacets(readDepositColumns(db))
    return counted
  }
  function definitionOf(dataset: string): DatasetDefinition {
    const found = definitions.find(({ id }) => id === dataset)
    if (!found) throw new Error(`unknown dataset ${dataset}`)
    return found
  }
  function askedOf(dataset: string, question: FeatureQuestion) {
    const number = datasets.number(dataset)
    const state = datasets.all().find(({ id }) => id === dataset)
    return number === undefined || state === undefined
      ? undefined
      : { ...question, dataset: number, state, queryables: queryablesOf(definitionOf(dataset)) }
  }
  /** Which deposits a filter in CQL2 leaves, kept until a deposit changes; found again where one changed meanwhile. */
  async function restrictionOf({ expression }: DepositQuestion): Promise<Restriction | undefined> {
    if (expression === undefined) return undefined
    const name = JSON.stringify(expression)
    for (;;) {
      const kept = restrictions
      const found = kept.get(name) ?? findRestriction(name, expression)
      kept.set(name, found)
      found.catch(() => kept.delete(name))
      const restriction = await found
      if (kept === restrictions) return restriction
    }
  }
  async function findRestriction(name: string, filter: Expression): Promise<Restriction> {
    const asked = askedOf(DEPOSITS, { filter })
    return { name, keys: new Set(asked === undefined ? [] : await selection.keys(asked)) }
  }
  /** Runs a write whole or not at all, then tells of the tiles it made stale. */
  function write<T extends TilesTouched | null>(dataset: string, change: () => T): T {
    const touched = db.transaction(change).immediate()
    if (dataset === DEPOSITS) {
      counted = undefined
      restrictions = new LRUCache({ max: 16 })
    }
    if (touched !== null) for (const listener of listeners) listener(touched)
    return touched
  }

  return {
    async datasets() {
      return datasets.all()
    },
    async feature({ dataset, id }) {
      const number = datasets.number(dataset)
      return number === undefined ? undefined : features.get(number, id)
    },
    async features(dataset, page) {
      const number = datasets.number(dataset)
      return number === undefined ? [] : features.page(number, page)
    },
    async shapes(dataset, page) {
      const number = datasets.number(dataset)
      return number === undefined ? [] : features.shapes(number, page)
    },
    async candidates(dataset, bbox, page) {
      const number = datasets.number(dataset)
      return number === undefined ? [] : features.candidates(number, bbox, page)
    },
    async selectFeatures(dataset, { limit, after, ...question }) {
      const asked = askedOf(dataset, question)
      return asked === undefined ? [] : selection.select(asked, { limit, ...(after === undefined ? {} : { after }) })
    },
    async countFeatures(dataset, question) {
      const asked = askedOf(dataset, question)
      return asked === undefined ? 0 : selection.count(asked)
    },
    async boxes(dataset, bbox) {
      const number = datasets.number(dataset)
      return number === undefined ? [] : features.boxes(number, bbox)
    },
    async replaceDataset(dataset, incoming) {
      return write(dataset, () => writer.replaceAll(definitionOf(dataset), incoming)).state
    },
    async putFeature(dataset, feature) {
      write(dataset, () => writer.put(definitionOf(dataset), feature))
    },
    async removeFeature({ dataset, id }) {
      write(dataset, () => writer.remove(definitionOf(dataset), id))
    },

    async countDeposits(filter) {
      const within = await restrictionOf(filter)
      return facets().count(filter, within)
    },
    async listDeposits(filter, page) {
      const within = await restrictionOf(filter)
      return deposits.summariesByKey(facets().list(filter, page, within))
    },
    async depositPoints(filter, limit) {
      const within = await restrictionOf(filter)
      return deposits.pointsByKey(facets().list(filter, { limit, offset: 0, sort: 'name', order: 'asc' }, within))
    },
    async depositFacets(filter) {
      const within = await restrictionOf(filter)
      return facets().facets(filter, within)
    },
    async deposit(id) {
      const number = datasets.number(DEPOSITS)
      const feature = number === undefined ? undefined : features.get(number, id)
      return feature && { ...feature, properties: Deposit.parse(feature.properties) }
    },
    async depositFigures(page) {
      return figures.page(page)
    },
    async depositParents() {
      return deposits.parents()
    },
    async depositParts(parentId) {
      return deposits.parts(parentId)
    },
    async depositSummaries(ids) {
      return deposits.summaries(ids)
    },

    async tileFeatures(dataset, zoom, x, y) {
      const number = datasets.number(dataset)
      return number === undefined ? [] : tileShapes.inTile(number, zoom, x, y)
    },
    async storedTile(tileset, zoom, x, y) {
      return tiles.get(tileset, zoom, x, y)
    },
    async storeTile(tileset, zoom, x, y, tile) {
      tiles.put(tileset, zoom, x, y, tile)
    },
    onTilesTouched(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async rasterTilesets() {
      return rasters.tilesets()
    },
    async rasterTile(tileset, zoom, x, y) {
      return rasters.get(tileset, zoom, x, y)
    },
    async replaceRasterTiles(tileset, incoming) {
      db.transaction(() => rasters.replace(tileset, incoming)).immediate()
    },

    async searchCandidates(query, limit) {
      return search.candidates(query, limit)
    },

    async overlayStates() {
      return overlay.states()
    },
    async overlayEntries() {
      return overlay.entries()
    },
    async overlayOfDeposit(id) {
      return overlay.ofDeposit(id)
    },
    async replaceOverlay(state, entries) {
      db.transaction(() => overlay.replace(state, entries)).immediate()
    },

    async loadedFrom() {
      return z.string().optional().parse(selectLoaded.get())
    },
    async markLoadedFrom(fingerprint) {
      markLoaded.run(fingerprint)
      db.exec('ANALYZE')
    },
    async ping() {
      ping.get()
    },
    async close() {
      db.close()
    },
  }
}
