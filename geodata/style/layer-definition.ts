/** What an overlay layer is: where its data are, how it is drawn, and what its legend says. Built anew for each flavour and language. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { LayerGroup } from '#geodata/contract/dataset.ts'
import type { Language } from '#geodata/contract/provenance.ts'
import type { Flavour, Palette } from './palette.ts'

export interface StyleContext {
  flavour: Flavour
  palette: Palette
  language: Language
  /**
   * True where the viewer draws our images on demand (see image-id.ts). False for foreign viewers of /style.json:
   * symbols fall back to circles and letters, hatches to plain fills.
   */
  hasImages: boolean
}

/** One swatch of a legend, in screen pixels, independent of React and of the map. */
export type LegendSymbol =
  | {
      kind: 'line'
      colour: string
      widthPx: number
      dash: readonly number[] | null
      casing: string | null
      isPale: boolean
    }
  | { kind: 'area'; fill: string; fillOpacity: number; outline: string | null; dash: readonly number[] | null }
  /** An image of image-id.ts. */
  | { kind: 'image'; id: string }

export interface LegendItem {
  /** Key in the message catalogue of the map. */
  labelKey: string
  /** Values for the message, already plain (numbers are formatted by the message). */
  values?: Readonly<Record<string, string | number>>
  symbol: LegendSymbol
}

/**
 * Deposits lie above the basemap's labels, all else below them; there, markers and texts lie above lines and areas.
 * Within each the reader's order holds.
 */
export type Slot = 'below-labels' | 'above-labels'

export interface LayerDefinition {
  id: string
  group: LayerGroup
  /** `layer.<id>` in the message catalogue. */
  titleKey: string
  datasets: readonly string[]
  defaultOn: boolean
  slot: Slot
  /** Which layers answer to a click, with what priority: points before lines before areas. */
  pick: 'point' | 'line' | 'area'
  /** Bottom to top; ids start with `<definition id>/`. Sources are named after datasets. */
  build(context: StyleContext): LayerSpecification[]
  legend(context: StyleContext): LegendItem[]
}
