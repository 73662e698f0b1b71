/** Names of exported files: dataset, selection, state of the data, day of taking; ASCII, so that every system keeps them. */
import type { ExportQuery } from '#geodata/contract/export.ts'
import { FACETS, slugOf } from '#geodata/contract/filter.ts'

const LONGEST_SELECTION = 80

/** `orelink-deposits_commodity-copper_province-balochistan_data-2026-11_taken-2026-11-24`, without an ending. */
export function fileStem(dataset: string, query: ExportQuery, vintage: string, takenOn: Date): string {
  const selection = selectionParts(query)
    .map(([name, value]) => slugOf(`${name} ${value}`))
    .join('_')
  const parts = [
    `orelink-${dataset}`,
    selection.length > LONGEST_SELECTION
      ? `${selection.slice(0, LONGEST_SELECTION).replace(/[-_]+$/, '')}-etc`
      : selection,
    `data-${slugOf(vintage)}`,
    `taken-${takenOn.toISOString().slice(0, 10)}`,
  ]
  return parts.filter((part) => part !== '').join('_')
}

/** The restrictions in words: `commodity copper; province balochistan`; null where there are none. */
export function selectionText(query: ExportQuery): string | null {
  const parts = selectionParts(query)
  return parts.length === 0 ? null : parts.map(([name, value]) => `${name} ${value}`).join('; ')
}

function selectionParts(query: ExportQuery): (readonly [name: string, value: string])[] {
  const facets = FACETS.flatMap((facet) => {
    const value = query[facet]
    if (value === undefined) return []
    return [[facet, Array.isArray(value) ? value.join(', ') : String(value)] as const]
  })
  const where = query.filter === undefined ? [] : [['where', query.filter] as const]
  const box = query.bbox ? [['box', query.bbox.join(', ')] as const] : []
  const only = query.ids ?? []
  const ids = only.length === 0 ? [] : [['only', only.length > 3 ? `${only.length} chosen` : only.join(', ')] as const]
  return [...facets, ...where, ...box, ...ids]
}
