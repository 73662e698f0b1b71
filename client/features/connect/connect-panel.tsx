/** Connect, by questions: a route, what is in reach, what if, where to build, what is critical. What it asks is in the link. */
import { lazy, useEffect } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useMap } from '#client/map/map-store.ts'
import { CONNECT_QUESTIONS, type ConnectQuestion } from '#client/state/connect-state.ts'
import { LazyBoundary } from '#client/ui/lazy-boundary.tsx'
import { TabStrip } from '#client/ui/tab-strip.tsx'
import { setConnect } from './connect-question.ts'
import { useConnect } from './use-connect.ts'
import './connect.css'

const VIEWS: Readonly<Record<ConnectQuestion, React.LazyExoticComponent<() => React.ReactNode>>> = {
  route: lazy(() => import('./route/route-view.tsx')),
  reach: lazy(() => import('./reach/reach-view.tsx')),
  'what-if': lazy(() => import('./what-if/what-if-view.tsx')),
  siting: lazy(() => import('./siting/siting-view.tsx')),
  critical: lazy(() => import('./critical/critical-view.tsx')),
}

export default function ConnectPanel() {
  const { t } = useMessages()
  const { question } = useConnect()
  const View = VIEWS[question]
  useEffect(() => () => useMap.getState().set({ route: null, overlay: null, compared: null }), [])
  return (
    <div className="connect">
      <div className="connect__tabs">
        <TabStrip
          label={t('connect.questions')}
          tabs={CONNECT_QUESTIONS.map((id) => ({ id, label: t(`connect.question.${id}`) }))}
          selected={question}
          controls="connect-question"
          onSelect={(id) => setConnect({ question: id })}
        />
      </div>
      <div
        className="connect__body"
        id="connect-question"
        role="tabpanel"
        aria-label={t(`connect.question.${question}`)}
      >
        <p className="muted small">{t(`connect.intro.${question}`)}</p>
        <LazyBoundary key={question}>
          <View />
        </LazyBoundary>
      </div>
    </div>
  )
}
