/** Where in the country: provinces in outline and one mark. Drawn flat (plate carrée at 30° N), for orientation only. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { LOCATOR_OUTLINES } from '#geodata/style/locator-outlines.ts'
import { LOCATOR_VIEW_BOX, locatorPoint } from '#geodata/style/locator-projection.ts'
import './locator-map.css'

type Place = readonly [number, number]

interface LocatorMapProps {
  position: Place
  /** Only the district is known: a ring instead of a dot. */
  isHollow: boolean
  label: string
  /** A way across the country, to be drawn below the mark. */
  way?: readonly Place[]
}

export function LocatorMap({ position, isHollow, label, way = [] }: LocatorMapProps) {
  const { t } = useMessages()
  const [x, y] = locatorPoint(position)
  return (
    <svg viewBox={LOCATOR_VIEW_BOX} className="locator" role="img" aria-label={label}>
      <title>{t('sheet.locatorNote')}</title>
      {LOCATOR_OUTLINES.map(({ id, path, isDisputed }) => (
        <path key={id} d={path} data-disputed={isDisputed ? '' : undefined} />
      ))}
      {way.length > 1 && <path d={pathOf(way)} className="locator__way" />}
      <circle
        cx={x}
        cy={y}
        r={isHollow ? 0.55 : 0.42}
        className={isHollow ? 'locator__ring--hollow' : 'locator__ring'}
      />
    </svg>
  )
}

function pathOf(way: readonly Place[]): string {
  return `M${way
    .map((place) =>
      locatorPoint(place)
        .map((value) => value.toFixed(2))
        .join(' '),
    )
    .join('L')}`
}
