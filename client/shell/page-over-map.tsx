/** The page that the link lays over the map, if any; its code is fetched when it is first wanted. */
import { lazy } from 'react'
import { useView } from '#client/state/view-state.ts'
import { LazyBoundary } from '#client/ui/lazy-boundary.tsx'

const FactSheetPage = lazy(() => import('#client/features/fact-sheet/fact-sheet-page.tsx'))

const ProvincePage = lazy(() => import('#client/features/province-page/province-page.tsx'))

export function PageOverMap() {
  const page = useView((state) => state.page)
  const selection = useView((state) => state.selection)
  if (page === 'provinces')
    return (
      <LazyBoundary>
        <ProvincePage />
      </LazyBoundary>
    )
  if (page !== 'fact-sheet' || selection?.dataset !== 'deposits') return null
  return (
    <LazyBoundary>
      <FactSheetPage key={selection.id} id={selection.id} />
    </LazyBoundary>
  )
}
