/** What a panel draws on the map while it is open: sources of its own, areas and lines below labels, points above them. */
import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { StyleContext } from './layer-definition.ts'

export interface PanelOverlay {
  sources: Readonly<Record<string, SourceSpecification>>
  /** Bottom to top, below the labels. */
  below(context: StyleContext): LayerSpecification[]
  /** Above everything. */
  above(context: StyleContext): LayerSpecification[]
}
