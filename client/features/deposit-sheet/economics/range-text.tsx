/** A range of money or of anything else: low to high, with the minus of costs, isolated from the direction of the page. */
import { useTopic } from '#client/i18n/topic.ts'
import { ECONOMICS } from '#client/i18n/topics/economics.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { TermKey } from '#geodata/contract/economics.ts'
import type { Range } from '#geodata/contract/logistics.ts'

/** null: not known. Figures of one value are said once. */
export function RangeText({ range, digits = 3 }: { range: Range | null; digits?: number }) {
  const t = useTopic(ECONOMICS)
  const { number } = useMessages()
  if (range === null) return <span className="muted">{t('notKnown')}</span>
  const text = (value: number) => number(value, { maximumSignificantDigits: digits })
  const [low, high] = [text(range.low), text(range.high)]
  return <bdi className="figure">{low === high ? low : t('value', { low, high })}</bdi>
}

export function Missing({ keys }: { keys: readonly TermKey[] }) {
  const t = useTopic(ECONOMICS)
  if (keys.length === 0) return null
  return (
    <p className="economics__missing">
      {t('missing', { list: keys.map((key) => t(`term.${key}`)).join(t('separator')) })}
    </p>
  )
}
