/** Deposits of a region: how many, in what state, ore and metal by category, and the list itself, weightiest first. */
import { useState } from 'react'
import { massParts } from '#client/format/mass.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { REGIONS } from '#client/i18n/topics/regions.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { FeatureLink } from '#client/selection/feature-link.tsx'
import { useView } from '#client/state/view-state.ts'
import { CommoditySymbol } from '#client/ui/commodity-symbol.tsx'
import { Figure } from '#client/ui/figure.tsx'
import { Section } from '#client/ui/section.tsx'
import { COMMODITIES, type CommodityCode } from '#geodata/contract/commodity.ts'
import { DepositStatus } from '#geodata/contract/deposit.ts'
import type { RegionAnswer } from './region-sheet.tsx'

const FIRST = 8

export function RegionDeposits({ answer }: { answer: RegionAnswer }) {
  const t = useTopic(REGIONS)
  const { t: word } = useMessages()
  const { count, byStatus } = answer.region
  return (
    <Section title={t('deposits')}>
      {count.deposits + count.parts === 0 ? (
        <p className="muted">{t('noDeposits')}</p>
      ) : (
        <>
          <p>
            <strong data-testid="region-count">
              {t('depositsAll', { count: count.deposits, parts: count.parts })}
            </strong>{' '}
            <span className="small muted">
              {DepositStatus.options
                .filter((status) => byStatus[status] > 0)
                .map((status) => `${word(`status.${status}`)} ${byStatus[status]}`)
                .join(' · ')}
            </span>
          </p>
          <Tonnages answer={answer} />
          <DepositList answer={answer} />
        </>
      )}
    </Section>
  )
}

function Tonnages({ answer: { region } }: { answer: RegionAnswer }) {
  const t = useTopic(REGIONS)
  if (region.ore.length === 0) return <p className="muted small">{t('noOre')}</p>
  return (
    <>
      <h4 className="region__sub">{t('ore')}</h4>
      <ul className="lines">
        {region.ore.map(({ commodity, category, tonnageMt, deposits }) => (
          <TonnageLine
            key={`${commodity} ${category}`}
            {...{ commodity, category, deposits }}
            tonnes={tonnageMt * 1e6}
          />
        ))}
      </ul>
      {region.metal.length > 0 && (
        <>
          <h4 className="region__sub">{t('metal')}</h4>
          <ul className="lines">
            {region.metal.map((metal) => (
              <TonnageLine key={`${metal.commodity} ${metal.category}`} {...metal} />
            ))}
          </ul>
        </>
      )}
      <p className="muted small">{t('oreNote')}</p>
    </>
  )
}

interface TonnageLineProps {
  commodity: CommodityCode
  category: RegionAnswer['region']['ore'][number]['category']
  tonnes: number
  deposits: number
}

function TonnageLine({ commodity, category, tonnes, deposits }: TonnageLineProps) {
  const t = useTopic(REGIONS)
  const { t: word, number, language } = useMessages()
  const { value, unit } = massParts(tonnes)
  return (
    <li>
      <span>
        {COMMODITIES[commodity].name[language]}{' '}
        <span className="muted small">
          {word(`category.${category}`)} · {t('ofDeposits', { count: deposits })}
        </span>
      </span>
      <span className="lines__end">
        <Figure value={number(value, { maximumSignificantDigits: 3 })} unit={t(unit)} />
      </span>
    </li>
  )
}

function DepositList({ answer: { level, region, deposits } }: { answer: RegionAnswer }) {
  const t = useTopic(REGIONS)
  const { t: word } = useMessages()
  const [isWhole, setWhole] = useState(false)
  const showInList = () => {
    const filter = level === 'provinces' ? { province: [region.province] } : { district: [region.id] }
    useView.getState().set({ filter, drawer: 'list' })
  }
  return (
    <>
      <ul className="lines">
        {(isWhole ? deposits : deposits.slice(0, FIRST)).map((deposit) => (
          <li key={deposit.id}>
            <FeatureLink
              feature={{ dataset: 'deposits', id: deposit.id }}
              name={deposit.name}
              position={deposit.position}
            >
              <CommoditySymbol code={deposit.commodityPrimary} size={18} />
            </FeatureLink>
            <span className="lines__end muted small">{word(`status.${deposit.status}`)}</span>
          </li>
        ))}
      </ul>
      <p className="region__actions">
        {!isWhole && deposits.length > FIRST && (
          <button type="button" className="text-button" onClick={() => setWhole(true)}>
            {t('showMore', { count: deposits.length })}
          </button>
        )}
        <button type="button" className="text-button" onClick={showInList}>
          {t('showInList')}
        </button>
      </p>
    </>
  )
}
