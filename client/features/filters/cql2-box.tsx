/** The filter as CQL2, folded away; open where a condition is on. The editor and the reader of CQL2 come when it is opened. */
import { lazy, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { LazyBoundary } from '#client/ui/lazy-boundary.tsx'
import { TermHelp } from '#client/ui/term-help.tsx'

const Cql2Editor = lazy(() => import('./cql2-editor.tsx'))

export function Cql2Box() {
  const { t } = useMessages()
  const hasCondition = useView((state) => state.filter.filter !== undefined)
  const [isOpened, setOpened] = useState<boolean | null>(null)
  const isOpen = isOpened ?? hasCondition
  return (
    <details
      className="facet"
      open={isOpen}
      onToggle={({ currentTarget }) => currentTarget.open !== isOpen && setOpened(currentTarget.open)}
    >
      <summary>{t('cql.title')}</summary>
      {isOpen && (
        <>
          <p className="muted small">
            {t('help.explain', { term: t('help.term.cql2') })} <TermHelp term="cql2" />
          </p>
          <LazyBoundary>
            <Cql2Editor />
          </LazyBoundary>
        </>
      )}
    </details>
  )
}
