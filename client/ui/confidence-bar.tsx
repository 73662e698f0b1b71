/** How sure a figure is: a word and three steps. */
import { useMessages } from '#client/i18n/use-messages.ts'
import type { Confidence } from '#geodata/contract/provenance.ts'

const STEPS: Readonly<Record<Confidence, number>> = { low: 1, medium: 2, high: 3 }

export function ConfidenceBar({
  confidence,
  isWordHidden = false,
}: {
  confidence: Confidence
  isWordHidden?: boolean
}) {
  const { t } = useMessages()
  const word = t(`confidence.${confidence}`)
  return (
    <span className="confidence" title={word}>
      <span className="confidence__steps" aria-hidden>
        {[1, 2, 3].map((step) => (
          <i key={step} data-on={step <= STEPS[confidence] ? '' : undefined} />
        ))}
      </span>
      <span className={isWordHidden ? 'visually-hidden' : ''}>{word}</span>
    </span>
  )
}
