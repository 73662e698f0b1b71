/** Chips of what is on: one click takes a choice off, one clears all. */
import X from 'lucide-react/icons/x'
import { useDistrictNames } from '#client/api/use-district-names.ts'
import { choiceLabel } from '#client/format/choice-label.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { type Choice, toggleChoice, withIds, withoutCondition } from '#client/state/filter-choices.ts'
import { useView } from '#client/state/view-state.ts'
import type { Facet } from '#geodata/contract/filter.ts'
import type { FacetChoice } from './facet-group.tsx'

interface FilterChipsProps {
  choices: readonly Choice[]
  facets: Readonly<Partial<Record<Facet, readonly FacetChoice[]>>>
}

export function FilterChips({ choices, facets }: FilterChipsProps) {
  const messages = useMessages()
  const { t } = messages
  const set = useView((state) => state.set)
  const districtName = useDistrictNames()
  const condition = useView((state) => state.filter.filter)
  const chosen = useView((state) => state.filter.id)
  if (choices.length === 0 && condition === undefined && chosen === undefined) return null
  return (
    <div className="filter-chips">
      <ul aria-label={t('filter.active')}>
        {choices.map(({ facet, value }) => {
          const label = facets[facet]?.find((choice) => choice.value === value)?.label ?? null
          const words = choiceLabel(messages, facet, value, label)
          const text = facet === 'district' ? districtName(value, words) : words
          return (
            <li key={`${facet} ${value}`}>
              <button
                type="button"
                className="chip"
                aria-label={t('filter.remove', { facet: t(`facet.${facet}`), choice: text })}
                onClick={() => set({ filter: toggleChoice(useView.getState().filter, { facet, value }) })}
              >
                <span>{text}</span>
                <X size={14} aria-hidden />
              </button>
            </li>
          )
        })}
        {chosen !== undefined && (
          <li>
            <button
              type="button"
              className="chip"
              aria-label={t('filter.removeChosen', { count: chosen.length })}
              onClick={() => set({ filter: withIds(useView.getState().filter, null) })}
            >
              <span>{t('filter.chosen', { count: chosen.length })}</span>
              <X size={14} aria-hidden />
            </button>
          </li>
        )}
        {condition !== undefined && (
          <li>
            <button
              type="button"
              className="chip"
              title={condition}
              aria-label={t('cql.remove')}
              onClick={() => set({ filter: withoutCondition(useView.getState().filter) })}
            >
              <span>{t('cql.condition')}</span>
              <X size={14} aria-hidden />
            </button>
          </li>
        )}
      </ul>
      <button type="button" className="text-button small" onClick={() => set({ filter: {} })}>
        {t('filter.clearAll')}
      </button>
    </div>
  )
}
