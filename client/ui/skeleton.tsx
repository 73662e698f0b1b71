/** Grey lines in the shape of what is coming; says so in words once a second has passed. */
import { useEffect, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'

const SLOW_MS = 1_000
const WIDTHS = ['62%', '88%', '40%', '76%', '54%', '92%']

export function Skeleton({ lines = 6 }: { lines?: number }) {
  const { t } = useMessages()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="skeleton" aria-busy="true">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <span key={line} style={{ inlineSize: WIDTHS[line % WIDTHS.length] }} />
      ))}
      <p className="muted small" role="status">
        {isSlow ? t('state.slow') : ''}
      </p>
    </div>
  )
}
