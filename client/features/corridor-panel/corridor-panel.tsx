/** The list of corridors: alignments first, then roads and railways; choosing one opens its sheet and fits the map to it. */
import { useState } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { showCorridor } from '#client/selection/show-corridor.ts'
import { useView } from '#client/state/view-state.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { Figure } from '#client/ui/figure.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { WorksLine } from '#client/ui/works-line.tsx'
import type { CorridorSummary } from '#geodata/contract/endpoints.ts'
import './corridor-panel.css'

const GROUPS = ['alignment', 'road', 'rail'] as const
type Group = (typeof GROUPS)[number]

function groupOf(corridor: CorridorSummary): Group {
  return corridor.kind === 'alignment' ? 'alignment' : corridor.mode
}

export default function CorridorPanel() {
  const { t, language, compare } = useMessages()
  const [text, setText] = useState('')
  const { data, problem, retry } = useQuery('listCorridors', {})
  if (problem) {
    return (
      <div className="sheet__pad">
        <FailureNote code={problem.code} requestId={problem.requestId} onRetry={retry} />
      </div>
    )
  }
  if (!data) {
    return (
      <div className="sheet__pad">
        <Skeleton lines={10} />
      </div>
    )
  }
  const wanted = text.trim().toLocaleLowerCase(language)
  const found = data.corridors.filter(({ name }) =>
    [name.en, name.ur, name.zh].some((form) => form?.toLocaleLowerCase(language).includes(wanted)),
  )
  return (
    <div className="corridor-panel">
      <p className="muted small">{t('corridors.intro')}</p>
      <input
        className="field"
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t('corridors.search')}
        aria-label={t('corridors.search')}
      />
      {GROUPS.map((group) => {
        const corridors = found
          .filter((corridor) => groupOf(corridor) === group)
          .sort((a, b) => compare(localName(a.name, language, a.id), localName(b.name, language, b.id)))
        if (corridors.length === 0) return null
        return (
          <section key={group}>
            <h3>{t(`corridors.group.${group}`)}</h3>
            <ul>
              {corridors.map((corridor) => (
                <CorridorRow key={corridor.id} corridor={corridor} />
              ))}
            </ul>
          </section>
        )
      })}
      {found.length === 0 && <p className="muted">{t('corridors.none')}</p>}
    </div>
  )
}

function CorridorRow({ corridor }: { corridor: CorridorSummary }) {
  const { t, tOr, number, language } = useMessages()
  const isChosen = useView(({ selection }) => selection?.dataset === 'corridors' && selection.id === corridor.id)
  return (
    <li>
      <button
        type="button"
        className="corridor-row"
        aria-pressed={isChosen}
        onClick={() => showCorridor(corridor.id, corridor.bbox)}
      >
        <span className="corridor-row__name">
          <bdi>{localName(corridor.name, language, corridor.id)}</bdi>
        </span>
        <span className="corridor-row__facts muted small">
          <WorksLine status={corridor.status} mode={corridor.mode} />
          {tOr(`works.${corridor.status}`, corridor.status)}
          {corridor.lengthKm !== null && (
            <Figure value={number(corridor.lengthKm, { maximumFractionDigits: 0 })} unit={t('unit.kmSymbol')} />
          )}
          {corridor.openedYear !== null && (
            <span>{t('corridor.openedYear', { year: String(corridor.openedYear) })}</span>
          )}
        </span>
      </button>
    </li>
  )
}
