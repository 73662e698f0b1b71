/**
 * What the server asks of a store, in domain words. SQLite is the first implementation; PostGIS can be the second.
 * Storage narrows, geodata decides: boxes give a superset of candidates, exact distance and ranking are pure functions
 * in geodata. Attribute filters come back exact. Every method is async because the interface serves the slower store.
 */

import type { FeatureProperties } from '#geodata/contract/dataset.ts'
import type { Deposit } from '#geodata/contract/deposit.ts'
import type { DepositCount, DepositPoint, DepositSummary, FeatureRef } from '#geodata/contract/endpoints.ts'
import type { Neighbour } from '#geodata/contract/feature-ref.ts'
import type { DepositChoices, Facet } from '#geodata/contract/filter.ts'
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import type { OverlayKind } from '#geodata/contract/questions.ts'
import type { Expression } from '#geodata/cql2/expression.ts'
import type { FigureRecord } from '#geodata/deposit/figures.ts'

export interface Feature<P = FeatureProperties> {
  id: string
  /** null for tables without places. */
  geometry: Geometry | null
  properties: P
}

export interface DatasetState {
  id: string
  /** Changes whenever any feature of the dataset changes. */
  version: string
  featureCount: number
  /** Holds every feature; null where none has a place. */
  bbox: BBox | null
}

export interface RasterState {
  id: string
  version: string
  minZoom: number
  maxZoom: number
  /** Outer edges of the tiles of the highest zoom. */
  bbox: BBox
}

/** A feature cut for one zoom: integer coordinates in a world of 2^30 × 2^30 Web Mercator units, y down. */
export interface TileFeature {
  id: string
  type: 'point' | 'line' | 'area'
  /** One array a part or ring: x0, y0, x1, y1 … Rings are closed; exterior rings wind clockwise on screen. */
  parts: readonly Int32Array[]
  properties: Readonly<Record<string, string | number | boolean>>
}

/** A stored tile: the encoded and gzipped bytes, and the strong entity tag, quotes included, of exactly these bytes. Empty: no bytes. */
export interface StoredTile {
  gzip: Uint8Array
  etag: string
}

/** Tiles that a write made stale, already dropped from the store. */
export interface TilesTouched {
  /** The dataset as it now is. */
  state: DatasetState
  /** The dataset and every composite that draws it. */
  tilesets: readonly string[]
  /** Exactly the stored tiles that were dropped, or every tile of the tilesets. */
  tiles: readonly { tileset: string; z: number; x: number; y: number }[] | 'all'
}

export interface RasterTile {
  png: Uint8Array
  /** Names exactly these bytes; without quotes. */
  etag: string
}

export interface FacetCount {
  value: string
  label: string | null
  count: number
}

export interface SearchCandidate {
  ref: FeatureRef
  /** The stored name whose grams overlapped most. */
  matched: string
  name: FeatureProperties['name']
  kind: string | null
  province: string | null
  bbox: BBox
  position: [number, number]
  /** Weight of the feature in ties: deposits and ports before villages. 0–1. */
  weight: number
}

/** All that is given must hold; exact, not a superset. */
export interface FeatureQuestion {
  /** A filter over `queryablesOf` of the dataset, as a parser of geodata/cql2 gives it. */
  filter?: Expression
  /** The geometry shares a point with the box; features without a place do not. */
  bbox?: BBox
  ids?: readonly string[]
  /** Long questions stop when it is aborted. */
  signal?: AbortSignal
}

export interface FeatureStore {
  datasets(): Promise<readonly DatasetState[]>
  feature(ref: FeatureRef): Promise<Feature | undefined>
  /** Every feature of a dataset, by id. For tables and small sets (corridors, sources); bounded by `limit`. */
  features(dataset: string, page: { limit: number; after?: string }): Promise<Feature[]>
  /** Geometries alone, by id, of the features that have one; `after` takes the last id of the page before. */
  shapes(dataset: string, page: { limit: number; after?: string }): Promise<{ id: string; geometry: Geometry }[]>
  /** A superset: every feature whose box may meet `bbox`, near misses included, by id. */
  candidates(dataset: string, bbox: BBox, page: { limit: number; after?: string }): Promise<Feature[]>
  /**
   * Features that meet a question, by id; keyset pages: `after` takes the last id of the page before. Here and below a
   * question that asks too much work is ended by a QuestionTooDearError.
   */
  selectFeatures(dataset: string, question: FeatureQuestion & { limit: number; after?: string }): Promise<Feature[]>
  countFeatures(dataset: string, question: FeatureQuestion): Promise<number>
  /** Ids and boxes alone of the candidates, in no order: to choose by before whole features are read. */
  boxes(dataset: string, bbox: BBox): Promise<{ id: string; bbox: BBox }[]>
  /** All or nothing; readers see the old version until the last row is in. */
  replaceDataset(dataset: string, features: Iterable<Feature>): Promise<DatasetState>
  /** Insert or replace one feature; exactly the stored tiles that its old or new shape touches are dropped. */
  putFeature(dataset: string, feature: Feature): Promise<void>
  removeFeature(ref: FeatureRef): Promise<void>
}

/** Choices and, where given, a condition over the queryables of deposits; both must hold. */
export interface DepositQuestion extends DepositChoices {
  expression?: Expression
}

export interface DepositStore {
  countDeposits(filter: DepositQuestion): Promise<DepositCount>
  listDeposits(
    filter: DepositQuestion,
    page: { limit: number; offset: number; sort: string; order: 'asc' | 'desc' },
  ): Promise<DepositSummary[]>
  /** The first `limit` matching deposits, by name, as points for a map. */
  depositPoints(filter: DepositQuestion, limit: number): Promise<DepositPoint[]>
  depositFacets(filter: DepositQuestion): Promise<Record<Facet, FacetCount[]>>
  deposit(id: string): Promise<Feature<Deposit> | undefined>
  /** What summaries need of every deposit, by id; `after` takes the last id of the page before. */
  depositFigures(page: { limit: number; after?: string }): Promise<FigureRecord[]>
  /** The parent of each deposit that is a part. */
  depositParents(): Promise<ReadonlyMap<string, string>>
  depositParts(parentId: string): Promise<DepositSummary[]>
  depositSummaries(ids: readonly string[]): Promise<DepositSummary[]>
}

export interface TileStore {
  /** Features of a dataset to draw in tile z/x/y, simplified for z, its buffer included. */
  tileFeatures(dataset: string, z: number, x: number, y: number): Promise<TileFeature[]>
  storedTile(dataset: string, z: number, x: number, y: number): Promise<StoredTile | undefined>
  storeTile(dataset: string, z: number, x: number, y: number, tile: StoredTile): Promise<void>
  /** Calls the listener, synchronously, at each write that makes tiles stale. Returns a function that ends it. */
  onTilesTouched(listener: (touched: TilesTouched) => void): () => void
  rasterTilesets(): Promise<RasterState[]>
  rasterTile(tileset: string, z: number, x: number, y: number): Promise<RasterTile | undefined>
  replaceRasterTiles(
    tileset: string,
    tiles: Iterable<{ z: number; x: number; y: number; png: Uint8Array }>,
  ): Promise<void>
}

export interface SearchStore {
  /** Features whose names share grams (see geodata/search) with the query, best first. */
  searchCandidates(query: string, limit: number): Promise<SearchCandidate[]>
}

/** The nearest feature of a kind to a deposit, reckoned beforehand. */
export interface OverlayEntry {
  kind: OverlayKind
  deposit: string
  /** Where the deposit lay when this was reckoned. */
  position: Position
  /** null where there is no feature of the kind. */
  neighbour: Neighbour | null
}

/** What the entries of a kind were made from: versions of the datasets of the kind, and of the deposits. */
export interface OverlayState {
  kind: OverlayKind
  sources: string
  deposits: string
}

/** Keeps what server/queries/refresh-overlay.ts reckons; knows nothing of how. */
export interface OverlayStore {
  overlayStates(): Promise<OverlayState[]>
  overlayEntries(): Promise<OverlayEntry[]>
  overlayOfDeposit(id: string): Promise<OverlayEntry[]>
  /** All entries of a kind, all or nothing. */
  replaceOverlay(state: OverlayState, entries: readonly OverlayEntry[]): Promise<void>
}

export interface Storage extends FeatureStore, DepositStore, TileStore, SearchStore, OverlayStore {
  /** What the store was loaded from (see scripts/load-datasets.ts); undefined where nothing was loaded. */
  loadedFrom(): Promise<string | undefined>
  /** To be called last: statistics for planning queries are gathered too. */
  markLoadedFrom(fingerprint: string): Promise<void>
  /** Cheap proof that the store answers, for /health/ready. */
  ping(): Promise<void>
  close(): Promise<void>
}
