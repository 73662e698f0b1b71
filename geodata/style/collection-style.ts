/**
 * The style of one dataset, for viewers elsewhere: the layers that the atlas draws it with, on plain ground. Overlays are
 * taken as they are; what the basemap draws is taken from there; whatever neither draws gets a plain line, area or circle.
 */
import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import type { Language } from '#geodata/contract/provenance.ts'
import { areaLayers } from './areas.ts'
import { boundaryLayers } from './basemap/boundaries.ts'
import { groundLayers } from './basemap/ground.ts'
import { labelLayers } from './basemap/labels.ts'
import { fontFaces } from './fonts.ts'
import type { StyleContext } from './layer-definition.ts'
import { OVERLAYS } from './layers/index.ts'
import { casedLine } from './lines.ts'
import { PALETTES } from './palette.ts'
import { pointLayers } from './points.ts'

/** `tileJsonUrl` is the address of the dataset's TileJSON; `baseUrl` has no slash at its end. Null where there are no tiles. */
export function collectionStyle(
  dataset: DatasetDefinition,
  { language, baseUrl, tileJsonUrl }: { language: Language; baseUrl: string; tileJsonUrl: string },
): StyleSpecification | null {
  if (dataset.tiles === null) return null
  const context: StyleContext = { flavour: 'light', palette: PALETTES.light, language, hasImages: false }
  return {
    version: 8,
    name: dataset.title[language],
    metadata: { 'orelink:dataset': dataset.id, 'orelink:attribution': dataset.attribution.join(' | ') },
    center: [69.3, 30.2],
    zoom: 4.9,
    sources: { [dataset.id]: { type: 'vector', url: tileJsonUrl, promoteId: 'id' } },
    'font-faces': fontFaces(baseUrl),
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': context.palette.land } },
      ...layersOf(dataset, context),
    ],
  }
}

function layersOf(dataset: DatasetDefinition, context: StyleContext): LayerSpecification[] {
  const own = OVERLAYS.filter(({ datasets }) => datasets.includes(dataset.id))
    .flatMap((overlay) => overlay.build(context))
    .filter((layer) => 'source' in layer && layer.source === dataset.id)
  if (own.length > 0) return own
  const basemap = [
    ...groundLayers(context, [], false),
    ...boundaryLayers(context, 'international'),
    ...labelLayers(context),
  ].flatMap((layer) =>
    'source-layer' in layer && layer['source-layer'] === dataset.id ? [{ ...layer, source: dataset.id }] : [],
  )
  return basemap.length > 0 ? basemap : plainLayers(dataset, context)
}

function plainLayers({ id, geometry }: DatasetDefinition, context: StyleContext): LayerSpecification[] {
  const colour = context.palette.mine
  const common = { source: id, colour, labelsFrom: 8 }
  const points = () => pointLayers(context, { ...common, id: `${id}/point`, shape: 'circle', sizePx: 12 })
  const areas = () => areaLayers(context, { ...common, id: `${id}/area`, fillOpacity: 0.12, outlinePx: 1.2 })
  switch (geometry) {
    case 'point':
      return points()
    case 'line':
      return casedLine(context, { id: `${id}/line`, source: id, colour, widths: [0.8, 1.4, 2.4] })
    case 'area':
      return areas()
    case 'mixed':
      return [...areas(), ...points()]
    case 'none':
      return []
  }
}
