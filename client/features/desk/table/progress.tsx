/** How far the engine has come with the columns that it reckons, or why it stopped. */
import { FailureNote } from '#client/ui/failure-note.tsx'
import { MOST_COMPUTED } from '../rows/compute.ts'
import type { ColumnEnv } from './column-env.ts'

export function Progress({ env, total, isAsked }: { env: ColumnEnv; total: number; isAsked: boolean }) {
  const { progress, failure } = env.computed
  if (!isAsked) return null
  if (failure !== null) return <FailureNote code={failure} />
  if (progress)
    return (
      <label className="desk-bar__progress small">
        <progress max={progress.of} value={progress.done} />
        {env.text('desk.progress', { ...progress })}
      </label>
    )
  return total > MOST_COMPUTED ? (
    <span className="muted small">{env.text('desk.progress.most', { most: MOST_COMPUTED })}</span>
  ) : null
}
