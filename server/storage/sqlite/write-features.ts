/** Writing features: every table that speaks of a feature changes with it, and stale tiles go in the same transaction. */
import { createHash } from 'node:crypto'
import type { DatasetDefinition, TileRules } from '#geodata/contract/dataset.ts'
import type { BBox } from '#geodata/contract/geo.ts'
import { bboxOf, bboxUnion } from '#geodata/spatial/bbox.ts'
import { type CutInput, type CutShape, cutFeature, cutSharedEdges, sameShapes } from '#geodata/tiling/cut-features.ts'
import { firstZoomOf, tileProperties } from '#geodata/tiling/tile-properties.ts'
import { zoomBands } from '#geodata/tiling/zoom-bands.ts'
import type { Feature, TilesTouched } from '../storage.ts'
import type { Tables } from './tables.ts'

/** The dataset whose features are deposits. */
export const DEPOSITS = 'deposits'

type Rules = TileRules<Feature['properties']>
interface Change {
  text: string
  added: -1 | 0 | 1
  geometry: Feature['geometry']
}
interface Written {
  key: number
  feature: Feature
}

export interface FeatureWriter {
  replaceAll(definition: DatasetDefinition, features: Iterable<Feature>): TilesTouched
  put(definition: DatasetDefinition, feature: Feature): TilesTouched
  /** null where there is no such feature. */
  remove(definition: DatasetDefinition, id: string): TilesTouched | null
}

/** `compositesOf` names the composite tilesets that draw a dataset. Callers hold a transaction. */
export function featureWriter(tables: Tables, compositesOf: (dataset: string) => readonly string[]): FeatureWriter {
  const { datasets, features, deposits, tileShapes, tiles, search } = tables

  /** The record and everything but its tile shapes. */
  function writeRecord(definition: DatasetDefinition, dataset: number, feature: Feature): number {
    const key = features.put(dataset, feature)
    if (definition.id === DEPOSITS) deposits.put(key, feature)
    if (isSearched(definition, feature)) search.put(key, definition.id, feature)
    else search.remove(key)
    return key
  }

  function writeShapes(dataset: number, { key, feature }: Written, rules: Rules, shapes: readonly CutShape[]): void {
    tileShapes.removeOfFeature(key)
    tileShapes.insert(dataset, key, shapes, tileProperties(feature.id, feature.properties, rules))
  }

  /** Cuts areas as one topology; returns the shapes, old and new, of those that came out different or are `changed`. */
  function writeSharedEdges(dataset: number, all: readonly Written[], rules: Rules, changed?: number): CutShape[] {
    const placed = all.flatMap((written) => {
      const input = cutInput(written.feature, rules)
      return input === null ? [] : [{ written, input }]
    })
    const cut = cutSharedEdges(
      placed.map(({ input }) => input),
      zoomBands(rules),
    )
    return placed.flatMap(({ written }, index) => {
      const before = tileShapes.ofFeature(written.key)
      const after = cut[index] ?? []
      if (written.key !== changed && sameShapes(before, after)) return []
      writeShapes(dataset, written, rules, after)
      return [...before, ...after]
    })
  }

  function tilesetsOf(definition: DatasetDefinition): string[] {
    return [definition.id, ...compositesOf(definition.id)]
  }

  /** The next version follows from the one before and from what was written. The box grows and never shrinks. */
  function finish(definition: DatasetDefinition, change: Change, shapes: readonly CutShape[]): TilesTouched {
    const before = datasets.state(definition.id)
    const state = {
      id: definition.id,
      version: contentHash().add(before.version).add(change.text).digest(),
      featureCount: before.featureCount + change.added,
      bbox: grown(before.bbox, change.geometry),
    }
    datasets.written(state)
    const tilesets = tilesetsOf(definition)
    return { state, tilesets, tiles: tiles.dropTouched(tilesets, shapes) }
  }

  return {
    replaceAll(definition, incoming) {
      const dataset = datasets.ensure(definition.id)
      const rules = definition.tiles
      const bands = rules === null ? [] : zoomBands(rules)
      const hash = contentHash().add(JSON.stringify(rules))
      const shared: Written[] = []
      let featureCount = 0
      let bbox: BBox | null = null
      features.removeAll(dataset)
      for (const feature of incoming) {
        const key = writeRecord(definition, dataset, feature)
        hash.add(JSON.stringify(feature))
        featureCount++
        bbox = grown(bbox, feature.geometry)
        if (rules === null) continue
        const input = cutInput(feature, rules)
        if (rules.sharedEdges) shared.push({ key, feature })
        else if (input !== null) writeShapes(dataset, { key, feature }, rules, cutFeature(input, bands))
      }
      if (rules !== null && shared.length > 0) writeSharedEdges(dataset, shared, rules)
      const tilesets = tilesetsOf(definition)
      for (const tileset of tilesets) tiles.dropAll(tileset)
      const state = { id: definition.id, version: hash.digest(), featureCount, bbox }
      datasets.written(state)
      return { state, tilesets, tiles: 'all' }
    },
    put(definition, feature) {
      const dataset = datasets.ensure(definition.id)
      const isNew = features.key(dataset, feature.id) === undefined
      const key = writeRecord(definition, dataset, feature)
      const rules = definition.tiles
      const before = tileShapes.ofFeature(key)
      let shapes = before
      if (rules?.sharedEdges) {
        shapes = writeSharedEdges(dataset, features.all(dataset), rules, key)
      } else if (rules !== null) {
        const input = cutInput(feature, rules)
        const after = input === null ? [] : cutFeature(input, zoomBands(rules))
        writeShapes(dataset, { key, feature }, rules, after)
        shapes = [...before, ...after]
      }
      return finish(
        definition,
        { text: JSON.stringify(feature), added: isNew ? 1 : 0, geometry: feature.geometry },
        shapes,
      )
    },
    remove(definition, id) {
      const dataset = datasets.ensure(definition.id)
      const key = features.key(dataset, id)
      if (key === undefined) return null
      const before = tileShapes.ofFeature(key)
      features.remove(key)
      const rules = definition.tiles
      const neighbours = rules?.sharedEdges ? writeSharedEdges(dataset, features.all(dataset), rules) : []
      return finish(definition, { text: `removed ${id}`, added: -1, geometry: null }, [...before, ...neighbours])
    },
  }
}

function isSearched({ searchable, isSearched: accept }: DatasetDefinition, { properties }: Feature): boolean {
  return searchable && (accept?.(properties) ?? true)
}

function grown(bbox: BBox | null, geometry: Feature['geometry']): BBox | null {
  if (geometry === null) return bbox
  const box = bboxOf(geometry)
  return bbox === null ? box : bboxUnion(bbox, box)
}

function cutInput({ geometry, properties }: Feature, rules: Rules): CutInput | null {
  return geometry === null ? null : { geometry, firstZoom: firstZoomOf(properties, rules) }
}

/** A short name for content, for versions in addresses. */
function contentHash() {
  const hash = createHash('sha256')
  const chain = {
    add(text: string) {
      hash.update(text).update('\0')
      return chain
    },
    digest: () => hash.digest('base64url').slice(0, 12),
  }
  return chain
}
