/** The text of a filter choice in the reader's language. */

import type { Messages } from '#client/i18n/translate.ts'
import { COMMODITIES, CommodityCode } from '#geodata/contract/commodity.ts'
import type { Facet } from '#geodata/contract/filter.ts'
import { wordsOf } from './quantity.ts'

/** `label`: the name that the server's facet answer carries for values that are slugs (operators, districts). */
export function choiceLabel({ t, tOr, language }: Messages, facet: Facet, value: string, label: string | null): string {
  switch (facet) {
    case 'commodity': {
      const code = CommodityCode.safeParse(value)
      return code.success ? COMMODITIES[code.data].name[language] : value
    }
    case 'critical':
      return t('facet.critical.yes')
    case 'resource':
      return value === 'yes' ? t('facet.resource.yes') : t('facet.resource.no')
    case 'group':
    case 'province':
    case 'status':
    case 'type':
    case 'confidence':
      return tOr(`${facet}.${value}`, label ?? wordsOf(value))
    case 'district':
    case 'operator':
    case 'partner':
      return label ?? wordsOf(value)
  }
}
