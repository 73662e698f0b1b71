/** A list of found features: each selects itself on the map; distance, side and a note stand beside it. */
import { useMemo } from 'react'
import { localName } from '#client/format/local-name.ts'
import { compassPoint, distanceText } from '#client/format/quantity.ts'
import type { Messages } from '#client/i18n/translate.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { FeatureLink } from '#client/selection/feature-link.tsx'
import { Figure } from '#client/ui/figure.tsx'
import type { FeatureRef } from '#geodata/contract/endpoints.ts'
import type { Position } from '#geodata/contract/geo.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import type { Side } from '#geodata/contract/questions.ts'

export interface FoundItem {
  ref: FeatureRef
  name: LocalName
  position: Position
  distanceKm?: number
  bearingDeg?: number
  side?: Side | null
  chainageKm?: number
}

export function FoundList({ items, all }: { items: readonly FoundItem[]; all: number | null }) {
  const { t, number } = useMessages()
  return (
    <>
      <ol className="ask__list">
        {items.map((item) => (
          <li key={`${item.ref.dataset}/${item.ref.id}`}>
            <Row item={item} />
          </li>
        ))}
      </ol>
      {all !== null && all > items.length && (
        <p className="muted small">{t('ask.answer.shown', { shown: number(items.length), all: number(all) })}</p>
      )}
    </>
  )
}

function Row({ item: { ref, name, position, distanceKm, bearingDeg, side, chainageKm } }: { item: FoundItem }) {
  const { t, number } = useMessages()
  const notes = [
    ...(side ? [t(`ask.side.${side}`)] : []),
    ...(bearingDeg !== undefined && distanceKm !== undefined && distanceKm > 0 && !side
      ? [t(`compass.${compassPoint(bearingDeg)}`)]
      : []),
  ]
  return (
    <>
      {chainageKm !== undefined && (
        <span className="ask__chainage tabular">
          {t('ask.chainage', { km: number(chainageKm, { maximumFractionDigits: 0 }) })}
        </span>
      )}
      <FeatureLink feature={ref} name={name} position={position} />
      <span className="ask__distance">
        {distanceKm !== undefined && <Figure value={distanceText(number, distanceKm)} unit={t('unit.kmSymbol')} />}
        {notes.length > 0 && <span className="muted small"> {notes.join(', ')}</span>}
      </span>
    </>
  )
}

/** The same lines as text, for the report. */
export function linesOf({ t, number, language }: Messages, items: readonly FoundItem[]): string[] {
  return items.map(({ ref, name, distanceKm, side, chainageKm }) =>
    [
      localName(name, language, ref.id),
      ...(chainageKm === undefined
        ? []
        : [t('ask.chainage', { km: number(chainageKm, { maximumFractionDigits: 0 }) })]),
      ...(distanceKm === undefined ? [] : [`${distanceText(number, distanceKm)} ${t('unit.kmSymbol')}`]),
      ...(side ? [t(`ask.side.${side}`)] : []),
    ].join(', '),
  )
}

/** The same array as long as the items are the same. */
export function usePositions(items: readonly FoundItem[] | undefined): readonly Position[] {
  return useMemo(() => (items ?? []).map(({ position }) => position), [items])
}
