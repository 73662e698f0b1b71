/** What a screen reader is told without losing its place: the selection, counts, results. */
import { usePassing } from '#client/state/passing.ts'

export function LiveRegion() {
  const announcement = usePassing((state) => state.announcement)
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {announcement}
    </div>
  )
}
