/** Tonnes of metal in the ground and their gross value at a dated price, resources and reserves apart. */
import { massParts } from '#client/format/mass.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { ECONOMICS } from '#client/i18n/topics/economics.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { Figure } from '#client/ui/figure.tsx'
import { COMMODITIES } from '#geodata/contract/commodity.ts'
import type { MetalValue } from '#geodata/contract/economics.ts'
import type { Range } from '#geodata/contract/logistics.ts'

export function ContainedTable({ contained }: { contained: readonly MetalValue[] }) {
  const t = useTopic(ECONOMICS)
  const { t: word, number, language } = useMessages()
  return (
    <section aria-label={t('contained')}>
      <h4>{t('contained')}</h4>
      {contained.length === 0 && <p>{t('noContained')}</p>}
      <ul className="lines">
        {contained.map(({ commodity, category, tonnes, valueUsd, priceDate }) => {
          const mass = massParts(tonnes)
          return (
            <li key={`${commodity} ${category}`}>
              <span>
                {COMMODITIES[commodity].name[language]}{' '}
                <Figure value={number(mass.value, { maximumSignificantDigits: 3 })} unit={t(mass.unit)} />
                <span className="muted small"> {word(`category.${category}`)}</span>
              </span>
              <span className="economics__value">
                {valueUsd ? (
                  <Money range={valueUsd} date={priceDate} />
                ) : (
                  <span className="muted small">{t('noMetalPrice')}</span>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      {contained.length > 0 && <p className="muted small">{t('containedNote')}</p>}
    </section>
  )
}

function Money({ range, date }: { range: Range; date: string | null }) {
  const t = useTopic(ECONOMICS)
  const { number } = useMessages()
  const isLarge = range.high >= 1e9
  const text = (value: number) => number(value / (isLarge ? 1e9 : 1e6), { maximumSignificantDigits: 3 })
  const [low, high] = [text(range.low), text(range.high)]
  return (
    <>
      <bdi className="figure">{low === high ? low : t('value', { low, high })}</bdi>{' '}
      <span className="unit">{t(isLarge ? 'billion' : 'million')}</span>
      {date !== null && <span className="muted small"> {t('priceOf', { date })}</span>}
    </>
  )
}
