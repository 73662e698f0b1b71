/** The map's symbol for a commodity in text: its group's colour with its letters, so that colour is never alone. */
import { COMMODITIES, type CommodityCode, type CommodityGroup } from '#geodata/contract/commodity.ts'
import { GROUP_COLOURS } from '#geodata/style/palette.ts'

export function CommoditySymbol({ code, size = 20 }: { code: CommodityCode; size?: number }) {
  const { glyph, group } = COMMODITIES[code]
  const colours = GROUP_COLOURS[group]
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" className="commodity-symbol" aria-hidden>
      <circle cx="10" cy="10" r="8.8" fill={colours.fill} className="commodity-symbol__ring" />
      <text
        x="10"
        y={glyph.length > 2 ? 12.6 : 13.4}
        textAnchor="middle"
        fontSize={glyph.length > 2 ? 7.4 : 9.4}
        fontWeight="600"
        fill={colours.glyph}
      >
        {glyph}
      </text>
    </svg>
  )
}

export function GroupSwatch({ group }: { group: CommodityGroup }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" className="commodity-symbol" aria-hidden>
      <circle cx="7" cy="7" r="6" fill={GROUP_COLOURS[group].fill} className="commodity-symbol__ring" />
    </svg>
  )
}
