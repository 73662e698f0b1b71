/** Where it lies and how well that is known, with a small map for orientation. */
import Copy from 'lucide-react/icons/copy'
import LocateFixed from 'lucide-react/icons/locate-fixed'
import { localName } from '#client/format/local-name.ts'
import { positionText } from '#client/format/quantity.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { copyText } from '#client/selection/copy-text.ts'
import { selectFeature } from '#client/selection/select-feature.ts'
import { LocatorMap } from '#client/ui/locator-map.tsx'
import { Section } from '#client/ui/section.tsx'
import { TermHelp } from '#client/ui/term-help.tsx'
import type { DepositAnswer } from './deposit-sheet.tsx'

export function PositionSection({ answer }: { answer: DepositAnswer }) {
  const { t, number, language } = useMessages()
  const { deposit, position, id } = answer
  const text = positionText(position, deposit.positionAccuracyKm)
  const quality = deposit.geometryQuality
  return (
    <Section title={t('sheet.position')}>
      <div className="position">
        <LocatorMap
          position={position}
          isHollow={quality === 'district'}
          label={t('sheet.locator', { name: localName(deposit.name, language, id) })}
        />
        <div className="position__text">
          <p>
            {t(`quality.${quality}`)} <TermHelp term="position" />
          </p>
          <p>
            {t('sheet.positionAccuracy', { km: number(deposit.positionAccuracyKm) })} ·{' '}
            {t(`sheet.positionBasis.${deposit.positionBasis}`)}
          </p>
          {deposit.positionText !== null && (
            <p className="muted small">
              <bdi>{deposit.positionText}</bdi>
            </p>
          )}
          <p className="figure">
            <bdi dir="ltr">{text}</bdi>
          </p>
          <p className="position__actions">
            <button
              type="button"
              className="text-button"
              onClick={() => selectFeature({ dataset: 'deposits', id }, { position })}
            >
              <LocateFixed size={15} aria-hidden /> {t('sheet.zoomTo')}
            </button>
            <button
              type="button"
              className="text-button"
              onClick={() => copyText(`${position[1]}, ${position[0]}`, 'sheet.positionCopied')}
            >
              <Copy size={15} aria-hidden /> {t('sheet.copyPosition')}
            </button>
          </p>
        </div>
      </div>
    </Section>
  )
}
