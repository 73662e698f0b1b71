/** The dialog of files to take away; its code is fetched when it is first wanted. */
import { lazy } from 'react'
import { usePassing } from '#client/state/passing.ts'
import { LazyBoundary } from '#client/ui/lazy-boundary.tsx'

const TakeAwayDialog = lazy(() => import('#client/features/take-away/take-away-dialog.tsx'))

export function TakeAway() {
  const takeAway = usePassing((state) => state.takeAway)
  if (takeAway === null) return null
  return (
    <LazyBoundary>
      <TakeAwayDialog {...takeAway} />
    </LazyBoundary>
  )
}
