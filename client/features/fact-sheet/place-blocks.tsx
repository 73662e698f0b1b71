/** Where it lies and what is around: map and locator, position and how good it is, infrastructure, parts, neighbours. */
import { factTexts } from '#client/format/field-value.ts'
import { localName } from '#client/format/local-name.ts'
import { compassPoint, distanceText, figureOptions, positionText } from '#client/format/quantity.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { FACT_SHEET } from '#client/i18n/topics/fact-sheet.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { Figure } from '#client/ui/figure.tsx'
import type { Neighbour, Output } from '#geodata/contract/endpoints.ts'
import type { Language } from '#geodata/contract/provenance.ts'
import { OVERLAY_KINDS, type OverlayKind } from '#geodata/contract/questions.ts'
import { Block, Line, More } from './block.tsx'
import type { Detail } from './detail.ts'

type Answer = Output<'getDeposit'>

export function PositionBlock({ answer: { deposit, position } }: { answer: Answer }) {
  const t = useTopic(FACT_SHEET)
  const { t: word, number } = useMessages()
  return (
    <Block title={t('position')}>
      <p>
        <bdi dir="ltr">{positionText(position, deposit.positionAccuracyKm)}</bdi> ·{' '}
        {word(`quality.${deposit.geometryQuality}`)} · {t('accuracy', { km: number(deposit.positionAccuracyKm) })};{' '}
        {t(`basis.${deposit.positionBasis}`)}
      </p>
      {deposit.geometryQuality === 'district' && <p className="fact-sheet__fine">{t('indicative')}</p>}
    </Block>
  )
}

/** Kinds that the shell's catalogue has no word for. */
const OWN_WORDS = ['river', 'protectedArea'] as const
const isOwn = (kind: OverlayKind): kind is (typeof OWN_WORDS)[number] => OWN_WORDS.some((own) => own === kind)

export function InfrastructureBlock({ nearest }: { nearest: Output<'depositInfrastructure'>['nearest'] }) {
  const t = useTopic(FACT_SHEET)
  const messages = useMessages()
  const { t: word, number, language } = messages
  return (
    <Block title={t('infrastructure')}>
      <table>
        <tbody>
          {OVERLAY_KINDS.map((kind) => {
            const found = nearest[kind]
            const label = isOwn(kind) ? t(`nearest.${kind}`) : word(`nearest.${kind}`)
            return (
              <tr key={kind}>
                <th scope="row">{label}</th>
                <td>
                  {found ? (
                    <>
                      <bdi>{nameOf(found, language, label)}</bdi>{' '}
                      <span className="fact-sheet__fine">
                        <bdi>{factTexts(messages, found.facts).slice(0, 2).join(' · ')}</bdi>
                      </span>
                    </>
                  ) : (
                    <i>{t('none')}</i>
                  )}
                </td>
                <td className="fact-sheet__number">
                  {found && (
                    <>
                      <Figure value={distanceText(number, found.distanceKm)} unit={t('length')} />{' '}
                      {word(`compass.${compassPoint(found.bearingDeg)}`)}
                    </>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Block>
  )
}

/** A road's number says more than its name in another script. */
function nameOf({ name, facts }: Neighbour, language: Language, fallback: string): string {
  const number = typeof facts.ref === 'string' ? facts.ref : null
  return name[language] ?? name.en ?? number ?? localName(name, language, fallback)
}

export function PartsBlock({ answer: { parts }, detail }: { answer: Answer; detail: Detail }) {
  const t = useTopic(FACT_SHEET)
  const { t: word, number, language } = useMessages()
  if (parts.length === 0) return null
  return (
    <Block title={t('parts')}>
      <dl className="fact-sheet__rows">
        {parts.slice(0, detail.parts).map((part) => (
          <Line key={part.id} label={localName(part.name, language, part.id)}>
            {part.resourceMt === null ? (
              <i>{t('notReported')}</i>
            ) : (
              <Figure value={number(part.resourceMt, figureOptions(part.confidence))} unit={t('Mt')} />
            )}{' '}
            · {word(`status.${part.status}`)}
          </Line>
        ))}
      </dl>
      <More of={parts.length} shown={detail.parts} />
    </Block>
  )
}

export function NeighboursBlock({ answer: { neighbours }, detail }: { answer: Answer; detail: Detail }) {
  const t = useTopic(FACT_SHEET)
  const { t: word, number, language } = useMessages()
  if (neighbours.length === 0) return null
  return (
    <Block title={t('neighbours')}>
      <table>
        <tbody>
          {neighbours.slice(0, detail.neighbours).map(({ deposit, distanceKm, bearingDeg }) => (
            <tr key={deposit.id}>
              <td>
                <bdi>{localName(deposit.name, language, deposit.id)}</bdi>{' '}
                <span className="fact-sheet__fine">{word(`status.${deposit.status}`)}</span>
              </td>
              <td className="fact-sheet__number">
                <Figure value={distanceText(number, distanceKm)} unit={t('length')} />{' '}
                {word(`compass.${compassPoint(bearingDeg)}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  )
}
