/** How settled and disputed boundaries are drawn, from the basemap's own colours. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { Swatch } from '#client/map/legend.tsx'
import { useFlavour } from '#client/state/theme.ts'
import { PALETTES } from '#geodata/style/palette.ts'

export function BoundaryLegend() {
  const { t } = useMessages()
  const palette = PALETTES[useFlavour()]
  const line = { kind: 'line', widthPx: 2, casing: null, isPale: false } as const
  return (
    <ul className="legend">
      <li>
        <Swatch symbol={{ ...line, colour: palette.boundary, dash: null }} />
        <span>{t('boundaries.settled')}</span>
      </li>
      <li>
        <Swatch symbol={{ ...line, colour: palette.boundaryDisputed, dash: [3, 2.2] }} />
        <span>{t('boundaries.disputed')}</span>
      </li>
      <li>
        <Swatch symbol={{ ...line, widthPx: 1.5, colour: palette.provinceEdge, dash: [4, 1.6] }} />
        <span>{t('boundaries.province')}</span>
      </li>
    </ul>
  )
}
