/** The way to market: cost range, length and time to each port, and the legs of the one that is taken. */
import { localName } from '#client/format/local-name.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { FACT_SHEET } from '#client/i18n/topics/fact-sheet.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { Figure } from '#client/ui/figure.tsx'
import type { Leg } from '#geodata/contract/logistics.ts'
import { Block, More } from './block.tsx'
import type { Detail } from './detail.ts'
import type { Market } from './use-market.ts'

const WHOLE = { maximumFractionDigits: 0 }

/** `market` null: it could not be asked for, which is not the same as no way. */
export function MarketBlock({ market, detail }: { market: Market | null; detail: Detail }) {
  const t = useTopic(FACT_SHEET)
  const { language } = useMessages()
  const chosen = market?.rows[market.best]
  if (!market || !chosen)
    return (
      <Block title={t('route')}>
        <p>{t(market ? 'noRoute' : 'routeFailed')}</p>
      </Block>
    )
  const legs = market.route?.legs ?? []
  return (
    <Block title={t('route')}>
      <MarketTable market={market} />
      <h3>{t('legs', { place: placeName(chosen.place, language) })}</h3>
      <table>
        <tbody>
          {legs.slice(0, detail.legs).map((leg) => (
            <LegRow key={`${leg.mode} ${leg.firstVertex} ${leg.lengthKm}`} leg={leg} />
          ))}
        </tbody>
      </table>
      <More of={legs.length} shown={detail.legs} />
      <p className="fact-sheet__fine">{t('routeNote')}</p>
    </Block>
  )
}

function MarketTable({ market }: { market: Market }) {
  const t = useTopic(FACT_SHEET)
  const { number, language } = useMessages()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('market')}</th>
          <th scope="col">{t('cost')}</th>
          <th scope="col">{t('length')}</th>
          <th scope="col">{t('time')}</th>
        </tr>
      </thead>
      <tbody>
        {market.rows.map(({ place, cell }, index) => (
          <tr key={place.ref} className={index === market.best ? 'fact-sheet__chosen' : undefined}>
            <th scope="row">
              <bdi>{placeName(place, language)}</bdi>
            </th>
            <td className="fact-sheet__number">
              <Range {...cell.costUsdPerTonne} />
            </td>
            <td className="fact-sheet__number">{number(cell.lengthKm, WHOLE)}</td>
            <td className="fact-sheet__number">{number(cell.timeH / 24, { maximumFractionDigits: 1 })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LegRow({ leg }: { leg: Leg }) {
  const t = useTopic(FACT_SHEET)
  const { number, language } = useMessages()
  const ends = [leg.from, leg.to].map((name) => (name ? localName(name, language) : '…'))
  const roads = [...new Set(leg.parts.flatMap(({ reference }) => reference ?? []))].slice(0, 4).join(', ')
  return (
    <tr>
      <th scope="row">{t(`mode.${leg.mode}`)}</th>
      <td>
        <bdi>{ends[0]}</bdi> – <bdi>{ends[1]}</bdi> {roads !== '' && <bdi className="fact-sheet__fine">{roads}</bdi>}
      </td>
      <td className="fact-sheet__number">
        {leg.lengthKm > 0 && <Figure value={number(leg.lengthKm, WHOLE)} unit={t('length')} />}
      </td>
      <td className="fact-sheet__number">
        <Range {...leg.costUsdPerTonne} />
      </td>
    </tr>
  )
}

function Range({ low, high }: { low: number; high: number }) {
  const { number } = useMessages()
  const options = { maximumFractionDigits: high < 10 ? 1 : 0 }
  return (
    <bdi dir="ltr" className="figure">
      {number(low, options)}–{number(high, options)}
    </bdi>
  )
}

function placeName({ name, ref }: Market['rows'][number]['place'], language: Parameters<typeof localName>[1]): string {
  return name ? localName(name, language, ref ?? '') : (ref ?? '')
}
