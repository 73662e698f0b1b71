/** The dialogs and the tour; the code of each is fetched when it is first wanted. */
import { lazy, Suspense } from 'react'
import { usePassing } from '#client/state/passing.ts'
import { LazyBoundary } from '#client/ui/lazy-boundary.tsx'

const HelpDialog = lazy(() => import('./help-dialog.tsx'))
const AboutDataDialog = lazy(() => import('#client/features/about-data/about-data-dialog.tsx'))
const Tour = lazy(() => import('#client/features/tour/tour.tsx'))

export function Dialogs() {
  const dialog = usePassing((state) => state.dialog)
  if (dialog === null) return null
  // The tour floats over the page: nothing stands in for it while its code comes.
  if (dialog === 'tour' || dialog === 'invitation')
    return (
      <Suspense fallback={null}>
        <Tour isInvitation={dialog === 'invitation'} />
      </Suspense>
    )
  return <LazyBoundary>{dialog === 'keys' ? <HelpDialog /> : <AboutDataDialog />}</LazyBoundary>
}
