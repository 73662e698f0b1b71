/** A feature of the map in words: its name in the reader's language and one line of what it is. */
import type { Messages } from '#client/i18n/translate.ts'
import { COMMODITIES, CommodityCode } from '#geodata/contract/commodity.ts'
import type { Language, LocalName } from '#geodata/contract/provenance.ts'
import type { Picked } from './pick.ts'

export function nameIn(language: Language, name: LocalName): string | null {
  const chain: Readonly<Record<Language, readonly (string | null)[]>> = {
    en: [name.en, name.ur, name.zh],
    ur: [name.ur, name.en, name.zh],
    zh: [name.zh, name.en, name.ur],
  }
  return chain[language].find((form) => form !== null) ?? null
}

export function titleOf(picked: Picked, messages: Messages): string {
  const { ref: numbered } = picked.properties
  const named = nameIn(messages.language, picked.name) ?? (typeof numbered === 'string' ? numbered : null)
  return named ?? messages.t('map.unnamed', { layer: layerTitle(picked.overlay, messages) })
}

export function layerTitle(overlay: string, messages: Messages): string {
  return messages.tOr(`layer.${overlay}`, overlay)
}

/** Commodity, status and position quality of a deposit; layer and status of anything else. */
export function lineOf({ overlay, properties }: Picked, messages: Messages): string {
  const commodity = CommodityCode.safeParse(properties.commodity)
  const word = (prefix: string, value: unknown): string[] =>
    typeof value === 'string' ? [messages.tOr(`${prefix}.${value}`, value)] : []
  const parts = commodity.success
    ? [
        COMMODITIES[commodity.data].name[messages.language],
        ...word('status', properties.status),
        ...word('quality', properties.quality),
      ]
    : [layerTitle(overlay, messages), ...word('works', properties.status)]
  return messages.list(parts)
}
