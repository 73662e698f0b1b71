/** What may be changed: one button each; a button opens what the change needs. */
import { type ReactNode, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePickPosition } from '#client/map/pick-position.ts'
import { useView } from '#client/state/view-state.ts'
import { MOST_DRAWN_CHANGES, roundedLine } from '#geodata/contract/change-text.ts'
import type { Change } from '#geodata/contract/scenario.ts'
import { setConnect } from '../connect-question.ts'
import { ClosePlace } from './close-place.tsx'
import { DrawFlood } from './draw-flood.tsx'
import { DrawLink } from './draw-link.tsx'
import { PlannedLinks } from './planned-links.tsx'
import { RoadByNumber } from './road-by-number.tsx'

const TOOLS = ['click', 'flood', 'open', 'draw', 'road', 'place'] as const
type Tool = (typeof TOOLS)[number]

export function AddChange() {
  const { t } = useMessages()
  const [tool, setTool] = useState<Tool | null>(null)
  const { length: count } = useView((state) => state.connect.changes)
  const add = (change: Change): void => {
    const { changes } = useView.getState().connect
    setConnect({ changes: [...changes, change] })
  }
  const done = (change: Change): void => {
    add(change)
    setTool(null)
  }
  const content: Readonly<Record<Tool, () => ReactNode>> = {
    click: () => <ClickToClose onChange={done} onClose={() => setTool(null)} />,
    flood: () => <DrawFlood onChange={done} onClose={() => setTool(null)} />,
    open: () => <PlannedLinks onChange={add} />,
    draw: () => <DrawLink onChange={done} onClose={() => setTool(null)} />,
    road: () => <RoadByNumber onChange={done} />,
    place: () => <ClosePlace onChange={done} />,
  }
  if (count >= MOST_DRAWN_CHANGES)
    return <p className="note small">{t('connect.mostChanges', { most: MOST_DRAWN_CHANGES })}</p>
  return (
    <section className="tools" aria-label={t('connect.addChange')}>
      <div className="tools__buttons">
        {TOOLS.map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-expanded={tool === one}
            onClick={() => setTool(tool === one ? null : one)}
          >
            {t(`connect.tool.${one}`)}
          </button>
        ))}
      </div>
      {tool !== null && <div className="tools__open">{content[tool]()}</div>}
    </section>
  )
}

interface ToolProps {
  onChange(change: Change): void
  onClose(): void
}

/** A click on the map closes the road or railway that is nearest to it. */
function ClickToClose({ onChange, onClose }: ToolProps) {
  const { t } = useMessages()
  usePickPosition(true, (picked) => {
    const [at] = picked ? roundedLine([[picked.position[0], picked.position[1]]]) : []
    if (at) onChange({ kind: 'close-edge', at })
    else onClose()
  })
  return (
    <p className="small" role="status">
      {t('connect.clickToClose')}{' '}
      <button type="button" className="button" onClick={onClose}>
        {t('ask.draw.cancel')}
      </button>
    </p>
  )
}
