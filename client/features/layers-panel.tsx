/** The layers of the map by group: switch, opacity, order, legend, source, licence and date; and whose boundaries are shown. */
import { useQuery } from '#client/api/use-query.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { BoundaryNote } from '#client/map/boundary-note.tsx'
import { useView } from '#client/state/view-state.ts'
import { LayerGroup } from '#geodata/contract/dataset.ts'
import { BOUNDARY_VIEWS } from '#geodata/style/boundary-view.ts'
import { OVERLAYS } from '#geodata/style/layers/index.ts'
import { BoundaryLegend } from './layers-panel/boundary-legend.tsx'
import { LayerRow } from './layers-panel/layer-row.tsx'
import './layers-panel/layers-panel.css'

/** Topmost first, as on the map. */
const GROUPS = LayerGroup.options
  .map((group) => ({ group, layers: OVERLAYS.filter((layer) => layer.group === group).toReversed() }))
  .filter(({ layers }) => layers.length > 0)

export function LayersPanel() {
  const { t, tOr } = useMessages()
  const datasets = useQuery('listDatasets', {}).data?.datasets ?? []
  return (
    <div className="layers-panel">
      {GROUPS.map(({ group, layers }) => (
        <section key={group} aria-labelledby={`layers-${group}`}>
          <h2 id={`layers-${group}`}>{tOr(`layerGroup.${group}`, group)}</h2>
          <ul>
            {layers.map((layer) => (
              <LayerRow
                key={layer.id}
                layer={layer}
                datasets={datasets.filter(({ id }) => layer.datasets.includes(id))}
              />
            ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="layers-basemap">
        <h2 id="layers-basemap">{t('layerGroup.basemap')}</h2>
        <BoundaryChoice />
        <p className="muted small">{t('layers.orderNote')}</p>
      </section>
    </div>
  )
}

function BoundaryChoice() {
  const { t } = useMessages()
  const chosen = useView((state) => state.boundaries)
  const set = useView((state) => state.set)
  return (
    <fieldset className="boundary-choice">
      <legend>{t('boundaries.title')}</legend>
      {BOUNDARY_VIEWS.map((view) => (
        <label key={view}>
          <input
            type="radio"
            name="boundary-view"
            checked={chosen === view}
            onChange={() => set({ boundaries: view })}
          />
          {t(`boundaries.${view}`)}
        </label>
      ))}
      <BoundaryLegend />
      <BoundaryNote />
    </fieldset>
  )
}
