/** Where in the country: provinces in outline and one mark. Drawn flat (plate carrée at 30° N), for orientation only. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { LOCATOR_OUTLINES } from '#geodata/style/locator-outlines.ts'
import { LOCATOR_VIEW_BOX, locatorPoint } from '#geodata/style/locator-projection.ts'

interface LocatorMapProps {
  position: readonly [number, number]
  /** Only the district is known: a ring instead of a dot. */
  isHollow: boolean
  label: string
}

export function LocatorMap({ position, isHollow, label }: LocatorMapProps) {
  const { t } = useMessages()
  const [x, y] = locatorPoint(position)
  return (
    <svg viewBox={LOCATOR_VIEW_BOX} className="locator" role="img" aria-label={label}>
      <title>{t('sheet.locatorNote')}</title>
      {LOCATOR_OUTLINES.map(({ id, path, isDisputed }) => (
        <path key={id} d={path} data-disputed={isDisputed ? '' : undefined} />
      ))}
      <circle
        cx={x}
        cy={y}
        r={isHollow ? 0.55 : 0.42}
        className={isHollow ? 'locator__ring--hollow' : 'locator__ring'}
      />
    </svg>
  )
}
