/** A deposit as one citation for a report: name, the figure with its year and category, address, sources. */

import { figureOptions } from '#client/format/quantity.ts'
import type { Messages } from '#client/i18n/translate.ts'
import type { DepositAnswer } from './deposit-sheet.tsx'

/** `name` and `address` are plain text; nothing of the result is markup. */
export function citationText(answer: DepositAnswer, name: string, address: string, { t, number }: Messages): string {
  const { resource, provenance } = answer.deposit
  const figure =
    resource?.tonnageMt == null
      ? t('sheet.noTonnage')
      : `${number(resource.tonnageMt, figureOptions(resource.confidence))} ${t('unit.Mt')} (${t(`category.${resource.category}`)}, ${resource.year ?? t('estimate.noYear')}).`
  const cited = [...(resource?.citations ?? []), ...(provenance?.citations ?? [])]
  const sources = [...new Set(cited.map((citation) => describe(answer, citation)))].join('; ')
  return t('sheet.citation', { name, facts: figure, app: t('app.tagline'), address, sources })
}

function describe(answer: DepositAnswer, citation: { text: string; source: string }): string {
  const source = answer.sources[citation.source]
  return source?.url ? `${citation.text} <${source.url}>` : citation.text
}
