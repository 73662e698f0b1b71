/** The panel at the start side: Layers, Filters, Corridors, Ask; folds away to its buttons. */
import PanelLeftClose from 'lucide-react/icons/panel-left-close'
import { useMessages } from '#client/i18n/use-messages.ts'
import { type LeftPanel as PanelId, useView } from '#client/state/view-state.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import { TabStrip } from '#client/ui/tab-strip.tsx'
import { PanelContent } from './panel-content.tsx'
import { useFilterBadge } from './use-filter-badge.ts'

const PANELS = ['layers', 'filters', 'corridors', 'ask', 'connect'] as const satisfies readonly NonNullable<PanelId>[]

export function LeftPanel() {
  const { t } = useMessages()
  const panel = useView((state) => state.panel)
  const set = useView((state) => state.set)
  const badge = useFilterBadge()
  const tabs = PANELS.map((id) => ({ id, label: t(`tab.${id}`), ...(id === 'filters' && badge && { badge }) }))
  return (
    <aside className={`panel panel--left ${panel === null ? 'panel--closed' : ''}`} aria-label={t('panel.name')}>
      <div className="panel__head">
        <TabStrip
          label={t('panel.name')}
          tabs={tabs}
          selected={panel}
          controls="left-panel-content"
          onSelect={(id) => set({ panel: id })}
        />
        {panel !== null && (
          <IconButton
            label={t('panel.close')}
            icon={PanelLeftClose}
            hasDirection
            onClick={() => set({ panel: null })}
          />
        )}
      </div>
      <div className="panel__body" id="left-panel-content" role="tabpanel" tabIndex={-1} hidden={panel === null}>
        {panel !== null && <PanelContent id={panel} />}
      </div>
    </aside>
  )
}
