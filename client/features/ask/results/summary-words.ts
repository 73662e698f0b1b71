/** Groups of a summary and what is in the ground, in the reader's language. */
import type * as z from 'zod'
import { choiceLabel } from '#client/format/choice-label.ts'
import { localName } from '#client/format/local-name.ts'
import { positionText } from '#client/format/quantity.ts'
import type { Messages } from '#client/i18n/translate.ts'
import { COMMODITIES } from '#geodata/contract/commodity.ts'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import type { ContainedMetal, SummaryGrouping, SummaryRow } from '#geodata/contract/questions.ts'
import { labelPoint } from '#geodata/spatial/label-point.ts'

export function groupInWords(
  messages: Messages,
  by: SummaryGrouping,
  { key, name, area }: z.output<typeof SummaryRow>,
): string {
  const { t, language } = messages
  switch (by) {
    case 'district':
      return name ? localName(name, language, key) : key
    case 'band': {
      const [from = '', to = ''] = key.split('-')
      return to === '' ? t('ask.band.beyond', { from }) : t('ask.band.row', { from, to })
    }
    case 'hexagon':
      return area ? t('ask.hexagon', { position: positionText(middleOf(area), 10) }) : key
    case 'province':
    case 'commodity':
      return choiceLabel(messages, by, key, null)
  }
}

function middleOf(area: Geometry): Position {
  return labelPoint(area)
}

/** Largest first by tonnes; one line a commodity and category. */
export function metalInWords({ t, number, language }: Messages, metal: readonly ContainedMetal[]): string[] {
  return [...metal]
    .sort((a, b) => b.tonnes - a.tonnes)
    .map(({ commodity, category, tonnes }) =>
      t('ask.metal', {
        commodity: COMMODITIES[commodity].name[language],
        tonnes: number(tonnes, { maximumSignificantDigits: 3 }),
        category: t(`category.${category}`),
      }),
    )
}
