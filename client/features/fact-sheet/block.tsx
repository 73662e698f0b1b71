/** A titled block of the sheet, its rows, and the small pieces that all blocks print. */
import type { ReactNode } from 'react'
import { useTopic } from '#client/i18n/topic.ts'
import { FACT_SHEET } from '#client/i18n/topics/fact-sheet.ts'

export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="fact-sheet__block">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** `text` null: not reported. Text of the data may be in another script than the page. */
export function Line({ label, text, children }: { label: string; text?: string | null; children?: ReactNode }) {
  const t = useTopic(FACT_SHEET)
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {text === undefined ? null : text === null ? <i>{t('notReported')}</i> : <bdi>{text}</bdi>}
        {children}
      </dd>
    </div>
  )
}

export function Marks({ numbers }: { numbers: string }) {
  return numbers === '' ? null : <sup dir="ltr">[{numbers}]</sup>
}

/** Said where a list was cut to fit the page. */
export function More({ of, shown }: { of: number; shown: number }) {
  const t = useTopic(FACT_SHEET)
  return of > shown ? <p className="fact-sheet__fine">{t('more', { count: of - shown })}</p> : null
}
