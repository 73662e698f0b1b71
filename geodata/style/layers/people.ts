/** Choropleths of the census districts: one hue, five classes, breaks shown, ground without a census hatched. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { hatchImage } from '../image-id.ts'
import type { LayerDefinition } from '../layer-definition.ts'
import type { Palette } from '../palette.ts'

interface Choropleth {
  id: 'population' | 'literacy'
  property: 'population' | 'literacyPct'
  /** Four inner breaks between five classes, in the property's unit. */
  breaks: readonly [number, number, number, number]
  ramp: (palette: Palette) => readonly [string, string, string, string, string]
}

const FILL_OPACITY = 0.72

function choropleth({ id, property, breaks, ramp }: Choropleth): LayerDefinition {
  const known: ExpressionSpecification = ['has', property]
  return {
    id,
    group: 'people',
    titleKey: `layer.${id}`,
    datasets: ['districts'],
    defaultOn: false,
    slot: 'below-labels',
    pick: 'area',
    build: ({ palette, hasImages }) => {
      const colours = ramp(palette)
      const classes = breaks.flatMap((value, index) => [value, colours[index + 1] ?? colours[0]])
      const districts = { source: 'districts', 'source-layer': 'districts' }
      const unknown: LayerSpecification = {
        ...districts,
        id: `${id}/no-data`,
        type: 'fill',
        filter: ['!', known],
        paint: hasImages
          ? { 'fill-pattern': hatchImage('diagonal', palette.noData), 'fill-opacity': 0.55 }
          : { 'fill-color': palette.noData, 'fill-opacity': 0.2 },
      }
      return [
        {
          ...districts,
          id: `${id}/area`,
          type: 'fill',
          filter: known,
          paint: {
            'fill-color': ['step', ['get', property], colours[0], ...classes] as ExpressionSpecification,
            'fill-opacity': FILL_OPACITY,
          },
        },
        unknown,
        {
          ...districts,
          id: `${id}/edges`,
          type: 'line',
          paint: { 'line-color': palette.land, 'line-width': 0.8, 'line-opacity': 0.7 },
        },
      ]
    },
    legend: ({ palette }) => {
      const row = (labelKey: string, index: number, values: Record<string, number>) => ({
        labelKey: `legend.${id}.${labelKey}`,
        values,
        symbol: {
          kind: 'area' as const,
          fill: ramp(palette)[index] ?? palette.noData,
          fillOpacity: FILL_OPACITY,
          outline: null,
          dash: null,
        },
      })
      const [a, b, c, d] = breaks
      return [
        row('below', 0, { to: a }),
        row('between', 1, { from: a, to: b }),
        row('between', 2, { from: b, to: c }),
        row('between', 3, { from: c, to: d }),
        row('above', 4, { from: d }),
        { labelKey: 'legend.no-data', symbol: { kind: 'image' as const, id: hatchImage('diagonal', palette.noData) } },
      ]
    },
  }
}

export const population = choropleth({
  id: 'population',
  property: 'population',
  breaks: [300_000, 1_000_000, 2_000_000, 4_000_000],
  ramp: (palette) => palette.peopleRamp,
})

export const literacy = choropleth({
  id: 'literacy',
  property: 'literacyPct',
  breaks: [35, 50, 60, 70],
  ramp: (palette) => palette.literacyRamp,
})
