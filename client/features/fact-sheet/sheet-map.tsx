/** The two maps of a sheet: the surroundings with scale and north up, and where in the country with the way to market. */
import { localName } from '#client/format/local-name.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { FACT_SHEET } from '#client/i18n/topics/fact-sheet.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { scaleBar } from '#client/map/ground-resolution.ts'
import type { PrintPicture } from '#client/map/print/print-picture.ts'
import { LocatorMap } from '#client/ui/locator-map.tsx'
import type { Output } from '#geodata/contract/endpoints.ts'
import type { Route } from '#geodata/contract/logistics.ts'
import { MAP_SIZE } from './use-sheet-map.ts'

interface SheetMapProps {
  answer: Output<'getDeposit'>
  picture: PrintPicture | null | undefined
  route: Route | null
}

const WIDEST_SCALE_PX = 110

export function SheetMap({ answer: { deposit, id, position }, picture, route }: SheetMapProps) {
  const t = useTopic(FACT_SHEET)
  const { language } = useMessages()
  const name = localName(deposit.name, language, id)
  return (
    <div className="fact-sheet__maps" dir="ltr">
      <div className="fact-sheet__map" style={{ aspectRatio: `${MAP_SIZE.widthPx} / ${MAP_SIZE.heightPx}` }}>
        {picture ? (
          <>
            <img src={picture.dataUrl} alt={t('mapAlt', { name })} />
            <Scale metresOfPx={picture.metresPerPx} />
          </>
        ) : (
          <p dir="auto">{picture === null ? t('mapFailed') : t('drawing')}</p>
        )}
      </div>
      <div className="fact-sheet__locator">
        <LocatorMap
          position={position}
          isHollow={deposit.geometryQuality === 'district'}
          label={t('locatorAlt', { name })}
          way={route?.geometry.coordinates ?? []}
        />
      </div>
    </div>
  )
}

/** As a share of the map's width, since the sheet is fitted to the page. */
function Scale({ metresOfPx }: { metresOfPx: number }) {
  const { t, number } = useMessages()
  const { lengthM, widthPx } = scaleBar(metresOfPx, WIDEST_SCALE_PX)
  return (
    <div className="fact-sheet__scale" style={{ width: `${(100 * widthPx) / MAP_SIZE.widthPx}%` }}>
      {t('map.km', { value: number(lengthM / 1000) })}
    </div>
  )
}
