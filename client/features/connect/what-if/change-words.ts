/** A change in words, for its row in the list. */
import { localName } from '#client/format/local-name.ts'
import type { Messages } from '#client/i18n/translate.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import type { Change, ChangeEffect } from '#geodata/contract/scenario.ts'

const KM = { maximumFractionDigits: 1 }

/** `effect`: what it touched, once it is known. `placeName`: of a closed port or border. */
export function changeInWords(
  { t, number }: Messages,
  change: Change,
  { effect, placeName }: { effect: ChangeEffect | undefined; placeName: string },
): string {
  const km = effect ? number(effect.km, KM) : '…'
  switch (change.kind) {
    case 'close-edge':
      return t('connect.change.closeEdge', { road: effect?.reference ?? t('connect.unnamed'), km })
    case 'close-reference':
      return t('connect.change.closeReference', { road: change.reference, km })
    case 'close-place':
      return t('connect.change.closePlace', { place: placeName })
    case 'close-area':
      return t('connect.change.flood', { km })
    case 'slow-reference':
      return t('connect.change.slowReference', { road: change.reference, factor: number(change.factor), km })
    case 'slow-area':
      return t('connect.change.slowArea', { factor: number(change.factor), km })
    case 'open-reference':
      return t('connect.change.open', { road: change.reference, km })
    case 'add-line':
      return t('connect.change.add', {
        mode: t(`connect.mode.${change.mode}`),
        km,
        speed: number(change.speedKmH),
        usd: number(change.costUsdPerTonneKm, { maximumSignificantDigits: 3 }),
      })
    case 'set-assumption':
      return t('connect.change.set', { name: t(`assumption.${change.key}`), value: number(change.value) })
  }
}

/** The name of a planned link without its reference before it. */
export function linkName(name: LocalName | null, reference: string, language: Messages['language']): string {
  const text = name ? localName(name, language, reference) : reference
  return text.startsWith(`${reference}: `) ? text.slice(reference.length + 2) : text === reference ? '' : text
}
