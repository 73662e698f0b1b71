/** One layer: its switch, and once it is on, opacity, order, legend and where the data come from. */
import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronUp from 'lucide-react/icons/chevron-up'
import { useMessages } from '#client/i18n/use-messages.ts'
import { LayerLegend } from '#client/map/legend.tsx'
import { TakeAwayButton } from '#client/selection/take-away-button.tsx'
import { useFlavour } from '#client/state/theme.ts'
import { useView } from '#client/state/view-state.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import { LicenceLine } from '#client/ui/licence-line.tsx'
import type { DatasetInfo } from '#geodata/contract/dataset.ts'
import type { LayerDefinition } from '#geodata/style/layer-definition.ts'
import { canMove, moveLayer, setOpacity, switchLayer } from './layer-order.ts'

interface LayerRowProps {
  layer: LayerDefinition
  datasets: readonly DatasetInfo[]
}

export function LayerRow({ layer, datasets }: LayerRowProps) {
  const { tOr } = useMessages()
  const layers = useView((state) => state.layers)
  const set = useView((state) => state.set)
  const state = layers.find(({ id }) => id === layer.id)
  const title = tOr(layer.titleKey, layer.id)
  return (
    <li className="layer-row">
      <label className="layer-row__switch">
        <input
          type="checkbox"
          role="switch"
          checked={state !== undefined}
          aria-checked={state !== undefined}
          onChange={() => set({ layers: switchLayer(layers, layer.id) })}
        />
        <span>{title}</span>
      </label>
      {state && <LayerDetails layer={layer} datasets={datasets} opacity={state.opacity} title={title} />}
    </li>
  )
}

function LayerDetails({ layer, datasets, opacity, title }: LayerRowProps & { opacity: number; title: string }) {
  const { t, number } = useMessages()
  const flavour = useFlavour()
  const layers = useView((state) => state.layers)
  const set = useView((state) => state.set)
  return (
    <details className="layer-row__details">
      <summary>{t('layers.legendAndSource')}</summary>
      <div className="layer-row__tools">
        <label>
          <span className="visually-hidden">{t('layers.opacityOf', { layer: title })}</span>
          <input
            type="range"
            min={0}
            max={1}
            step={0.05}
            value={opacity}
            onChange={(event) => set({ layers: setOpacity(layers, layer.id, Number(event.target.value)) })}
          />
        </label>
        <span className="figure muted">{number(opacity, { style: 'percent' })}</span>
        <IconButton
          label={t('layers.up', { layer: title })}
          icon={ChevronUp}
          disabled={!canMove(layers, layer.id, 1)}
          onClick={() => set({ layers: moveLayer(layers, layer.id, 1) })}
        />
        <IconButton
          label={t('layers.down', { layer: title })}
          icon={ChevronDown}
          disabled={!canMove(layers, layer.id, -1)}
          onClick={() => set({ layers: moveLayer(layers, layer.id, -1) })}
        />
      </div>
      <LayerLegend layer={layer} flavour={flavour} />
      {datasets.map((dataset) => (
        <DatasetNote key={dataset.id} dataset={dataset} />
      ))}
    </details>
  )
}

function DatasetNote({ dataset }: { dataset: DatasetInfo }) {
  const { t, language } = useMessages()
  return (
    <div className="dataset-note small">
      <p>{dataset.accuracy}</p>
      <p className="muted">
        {t('layers.dataset', { title: dataset.title[language], count: dataset.featureCount, vintage: dataset.vintage })}
      </p>
      <ul>
        {dataset.sources.map((source) => (
          <li key={source.title}>
            {source.url ? (
              <a href={source.url} rel="noreferrer" target="_blank">
                {source.title}
              </a>
            ) : (
              source.title
            )}
            {`, ${source.publisher}, ${source.vintage}`}
          </li>
        ))}
      </ul>
      <p className="muted">
        {t('layers.licence')} <LicenceLine licence={dataset.licence} attribution={dataset.attribution} />
      </p>
      <TakeAwayButton dataset={dataset.id} query={{}} />
    </div>
  )
}
