/** TileJSON 3.0 for each dataset with tiles and each tileset, and the list of them at `/tiles.json`. */
import type { Express } from 'express'
import { type DatasetDefinition, LICENCES } from '#geodata/contract/dataset.ts'
import type { BBox } from '#geodata/contract/geo.ts'
import { TILESETS } from '#geodata/datasets/catalogue.ts'
import { FINER_RELIEF, RELIEF } from '#geodata/datasets/relief/manifest.ts'
import { Refusal } from '../refusal.ts'
import type { ServerParts } from './server-parts.ts'

/** Pakistan with its surroundings: where a map of a tileset opens. */
const CENTER = [69.3, 30.2, 4.9] as const
const WORLD = [-180, -85.051129, 180, 85.051129] as const
/** Every feature in a tile carries these beside what its dataset names. */
const COMMON_FIELDS = {
  id: 'Identifier within the dataset',
  name_en: 'Name in English',
  name_ur: 'Name in Urdu',
  name_zh: 'Name in Chinese',
  quality: 'How far the shape may be trusted',
}

export function mountTileJson(app: Express, parts: ServerParts): void {
  app.get('/tiles.json', async (_request, response) => {
    response.locals.route = 'tilejson'
    const ids = [
      ...parts.datasets.filter(({ tiles }) => tiles).map(({ id }) => id),
      ...Object.keys(TILESETS),
      ...[RELIEF.id, FINER_RELIEF.id].filter((id) => parts.versions.of(id) !== undefined),
    ]
    const base = parts.config.publicUrl ?? ''
    response.setHeader('Cache-Control', 'no-cache')
    const tilesets = await Promise.all(
      ids.map(async (id) => ({ id, url: `${base}/tiles/${id}.json`, ...(await whereabouts(id, parts)) })),
    )
    response.json({ tilesets })
  })
  app.get('/tiles/:name', async (request, response) => {
    response.locals.route = 'tilejson'
    const id = /^([a-z0-9][a-z0-9-]{0,99})\.json$/.exec(request.params.name)?.[1]
    const document = id === undefined ? undefined : await tileJson(id, parts)
    if (!document) throw new Refusal('not-found', 'There are no such tiles; /tiles.json lists those there are.')
    response.setHeader('Cache-Control', 'no-cache')
    response.json(document)
  })
}

/** Enough of each TileJSON to ask for tiles without reading it. */
async function whereabouts(id: string, parts: ServerParts): Promise<object> {
  const document = await tileJson(id, parts)
  if (!document) return {}
  const { tiles, minzoom, maxzoom, bounds, attribution } = document
  return { tiles, minzoom, maxzoom, bounds, ...(attribution !== undefined && { attribution }) }
}

interface TileJson {
  tiles: string[]
  minzoom: number
  maxzoom: number
  bounds: readonly number[]
  attribution?: string
  [key: string]: unknown
}

async function tileJson(id: string, parts: ServerParts): Promise<TileJson | undefined> {
  if (id === RELIEF.id || id === FINER_RELIEF.id) return reliefJson(id, parts)
  const members = membersOf(id, parts.datasets)
  const zooms = members.flatMap(({ tiles }) => (tiles ? [tiles] : []))
  if (zooms.length === 0) return undefined
  const only = members.length === 1 ? members[0] : undefined
  const base = parts.config.publicUrl ?? ''
  const licences = [...new Set(members.map(({ licence }) => LICENCES[licence].title))]
  return {
    tilejson: '3.0.0',
    name: only?.id === id ? only.title.en : id,
    description: only?.id === id ? only.accuracy : `${members.length} datasets, a layer each`,
    version: '1.0.0',
    attribution: [...new Set(members.flatMap(({ attribution }) => attribution))].join(' | '),
    legend: `Licence: ${licences.join('; ')}`,
    scheme: 'xyz',
    tiles: [`${base}/tiles/${id}/{z}/{x}/{y}.mvt?v=${parts.versions.of(id) ?? ''}`],
    minzoom: Math.min(...zooms.map(({ minZoom }) => minZoom)),
    maxzoom: Math.max(...zooms.map(({ maxZoom }) => maxZoom)),
    bounds: (only?.id === id && (await bboxOfDataset(id, parts))) || WORLD,
    center: CENTER,
    vector_layers: members.map((dataset) => ({
      id: dataset.id,
      description: dataset.title.en,
      minzoom: dataset.tiles?.minZoom,
      maxzoom: dataset.tiles?.maxZoom,
      fields: {
        ...COMMON_FIELDS,
        ...Object.fromEntries((dataset.tiles?.properties ?? []).map((key) => [key, key])),
      },
    })),
  }
}

async function bboxOfDataset(id: string, { storage }: ServerParts): Promise<BBox | null> {
  return (await storage.datasets()).find((state) => state.id === id)?.bbox ?? null
}

async function reliefJson(id: string, { config, versions, storage }: ServerParts): Promise<TileJson | undefined> {
  const state = (await storage.rasterTilesets()).find((raster) => raster.id === id)
  if (!state) return undefined
  const isOwn = id === RELIEF.id
  return {
    tilejson: '3.0.0',
    name: RELIEF.title.en,
    description: isOwn ? RELIEF.accuracy : 'From the grid of heights that the host has configured.',
    version: '1.0.0',
    ...(isOwn && { attribution: RELIEF.attribution.join(' | ') }),
    scheme: 'xyz',
    tiles: [`${config.publicUrl ?? ''}/tiles/${id}/{z}/{x}/{y}.png?v=${versions.of(id) ?? ''}`],
    minzoom: state.minZoom,
    maxzoom: state.maxZoom,
    bounds: isOwn ? RELIEF.bounds : state.bbox,
    ...(!isOwn && { encoding: RELIEF.encoding }),
    tileSize: RELIEF.tileSize,
  }
}

function membersOf(id: string, datasets: readonly DatasetDefinition[]): DatasetDefinition[] {
  const ids = Object.hasOwn(TILESETS, id) ? TILESETS[id as keyof typeof TILESETS] : [id]
  return datasets.filter((dataset) => dataset.tiles && ids.includes(dataset.id))
}
