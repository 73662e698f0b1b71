/** Notices at the top of the map: the lost connection, which clears itself, and one passing remark at a time. */

import WifiOff from 'lucide-react/icons/wifi-off'
import X from 'lucide-react/icons/x'
import { useEffect, useRef } from 'react'
import { checkNow, useConnection } from '#client/api/connection.ts'
import { LOCALES } from '#client/i18n/translate.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import type { Language } from '#geodata/contract/provenance.ts'

const STAY_MS = 6_000

/** A day and an hour in the reader's language. */
function ageOf(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short' }).format(date)
}

export function Notices() {
  const { t, language } = useMessages()
  const isLost = useConnection((state) => state.isLost)
  const keptSince = useConnection((state) => state.keptSince)
  const recoveries = useConnection((state) => state.recoveries)
  const notice = usePassing((state) => state.notice)
  const set = usePassing((state) => state.set)
  const seenRecoveries = useRef(recoveries)

  useEffect(() => {
    if (recoveries === seenRecoveries.current) return
    seenRecoveries.current = recoveries
    set({ notice: { key: 'connection.back' } })
  }, [recoveries, set])
  useEffect(() => {
    if (!notice) return
    const timer = setTimeout(() => set({ notice: null }), STAY_MS)
    return () => clearTimeout(timer)
  }, [notice, set])

  return (
    <div className="notices">
      {isLost && (
        <div className="notice notice--lost" role="alert">
          <WifiOff size={16} aria-hidden />
          <span>{keptSince ? t('offline.kept', { when: ageOf(keptSince, language) }) : t('connection.lost')}</span>
          <button type="button" className="text-button" onClick={checkNow}>
            {t('connection.retry')}
          </button>
        </div>
      )}
      {notice && (
        <div className="notice" role="status">
          <span>{t(notice.key, notice.values)}</span>
          <IconButton label={t('notice.dismiss')} icon={X} onClick={() => set({ notice: null })} />
        </div>
      )}
    </div>
  )
}
