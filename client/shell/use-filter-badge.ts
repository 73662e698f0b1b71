/** How many choices of the filter are on, a CQL2 condition and a set of deposits chosen one by one counting as one each, as text for a badge; undefined when none is. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { FACETS } from '#geodata/contract/filter.ts'

export function useFilterBadge(): string | undefined {
  const { number } = useMessages()
  const filter = useView((state) => state.filter)
  const count = FACETS.reduce(
    (sum, facet) => {
      const value = filter[facet]
      return sum + (value === undefined ? 0 : Array.isArray(value) ? value.length : 1)
    },
    Number(filter.filter !== undefined) + Number(filter.id !== undefined),
  )
  return count === 0 ? undefined : number(count)
}
