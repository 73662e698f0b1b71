/** One leg: mode, ends, length, time, a bar from low to high cost, and its stretches, each of which can be closed. */

import ArrowLeftRight from 'lucide-react/icons/arrow-left-right'
import Footprints from 'lucide-react/icons/footprints'
import Ship from 'lucide-react/icons/ship'
import TrainFront from 'lucide-react/icons/train-front'
import Truck from 'lucide-react/icons/truck'
import { localName } from '#client/format/local-name.ts'
import { distanceText } from '#client/format/quantity.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { Figure } from '#client/ui/figure.tsx'
import type { AssumptionKey, Leg } from '#geodata/contract/logistics.ts'
import { setConnect } from '../connect-question.ts'
import { AssumptionMark } from '../rates/assumption-mark.tsx'
import { shownReference } from './roads-of.ts'

const ICONS = { access: Footprints, road: Truck, rail: TrainFront, sea: Ship, transshipment: ArrowLeftRight } as const
const KEYS: Readonly<Record<Leg['mode'], readonly AssumptionKey[]>> = {
  access: ['detourFactor', 'roadRate', 'unpavedFactor', 'speedTrack'],
  road: [
    'roadRate',
    'roadMountainRate',
    'unpavedFactor',
    'truckPayload',
    'motorwayToll',
    'speedMotorway',
    'speedNational',
    'speedMountain',
    'truckHoursPerDay',
    'borderFee',
    'borderDelay',
    'roadCo2',
  ],
  rail: ['railRate', 'wagonPayload', 'speedRail', 'railCo2', 'borderFee', 'borderDelay'],
  sea: ['seaRate', 'shipSizeExponent', 'speedSea', 'seaCo2'],
  transshipment: ['transloadCost', 'railDwell', 'portHandling', 'portDwell', 'portRate', 'storageCost', 'handlingCo2'],
}
const MAIN_PART_KM = 1

export function LegRow({
  leg,
  dearest,
}: {
  leg: Leg
  /** High cost of the dearest leg, USD a tonne: the length of a full bar. */
  dearest: number
}) {
  const { t, number, language } = useMessages()
  const Icon = ICONS[leg.mode]
  const { low, base, high } = leg.costUsdPerTonne
  const share = (usd: number): string => `${Math.min(100, (usd / dearest) * 100)}%`
  const ends = [leg.from, leg.to]
    .map((name) => (name ? localName(name, language, '') : ''))
    .filter((name) => name !== '')
  return (
    <li className="leg">
      <div className="leg__head">
        <Icon size={16} aria-hidden />
        <strong>{t(`connect.leg.${leg.mode}`)}</strong>
        <span className="muted small" dir="auto">
          {[...new Set(ends)].join(' → ')}
        </span>
      </div>
      <div className="leg__figures small">
        {leg.lengthKm > 0 && <Figure value={distanceText(number, leg.lengthKm)} unit={t('unit.kmSymbol')} />}
        <Figure
          value={number(leg.timeH, { maximumFractionDigits: leg.timeH < 10 ? 1 : 0 })}
          unit={t('connect.hours')}
        />
        <Figure
          value={`${number(low, { maximumFractionDigits: 1 })}–${number(high, { maximumFractionDigits: 1 })}`}
          unit={t('connect.usdPerTonne')}
        />
        <AssumptionMark keys={KEYS[leg.mode]} />
      </div>
      <div className="leg__bar" aria-hidden>
        <span className="leg__range" style={{ insetInlineStart: share(low), inlineSize: share(high - low) }} />
        <span className="leg__base" style={{ inlineSize: share(base) }} />
      </div>
      <SplitLine leg={leg} />
      {leg.shipDwt !== null && (
        <p className="small muted">
          {t('connect.ship', { dwt: number(leg.shipDwt, { maximumSignificantDigits: 2 }) })}
        </p>
      )}
      <Parts leg={leg} />
    </li>
  )
}

function SplitLine({ leg: { split } }: { leg: Leg }) {
  const { t, number } = useMessages()
  const paid = (['haul', 'toll', 'handling', 'dwell', 'border', 'port'] as const).filter((key) => split[key] >= 0.05)
  if (paid.length < 2) return null
  return (
    <p className="small muted">
      {paid
        .map((key) => `${t(`connect.split.${key}`)} ${number(split[key], { maximumFractionDigits: 1 })}`)
        .join(' · ')}
    </p>
  )
}

function Parts({ leg }: { leg: Leg }) {
  const { t, number } = useMessages()
  const closed = useView((state) => state.connect.closed)
  const parts = leg.parts.filter(({ lengthKm }) => lengthKm >= MAIN_PART_KM)
  if (leg.mode === 'access' || leg.mode === 'transshipment' || parts.length === 0) return null
  return (
    <details className="leg__parts small">
      <summary>{t('connect.stretches', { count: parts.length })}</summary>
      <ul>
        {parts.map((part) => (
          <li key={`${part.reference} ${part.lengthKm}`}>
            <bdi>{part.reference ? shownReference(part.reference) : t('connect.unnamed')}</bdi>{' '}
            <Figure value={distanceText(number, part.lengthKm)} unit={t('unit.kmSymbol')} />
            {part.isSchematic && <span className="tag">{t('connect.schematicTag')}</span>}
            {part.reference !== null && (
              <button
                type="button"
                className="text-button"
                disabled={closed.length >= 10}
                onClick={() =>
                  setConnect({
                    closed: [...new Set([...closed, ...(part.reference ?? '').split(/[;/,]\s*/)])].slice(0, 10),
                  })
                }
              >
                {t('connect.close', { reference: part.reference })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
