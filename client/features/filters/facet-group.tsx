/** One facet: its choices with counts; long ones are cut and searched. */
import { useId, useState } from 'react'
import { useDistrictNames } from '#client/api/use-district-names.ts'
import { choiceLabel } from '#client/format/choice-label.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { toggleChoice, valuesOf } from '#client/state/filter-choices.ts'
import { useView } from '#client/state/view-state.ts'
import { CommoditySymbol, GroupSwatch } from '#client/ui/commodity-symbol.tsx'
import { TermHelp } from '#client/ui/term-help.tsx'
import { CommodityCode, CommodityGroup, CRITICAL_MINERALS } from '#geodata/contract/commodity.ts'
import type { Facet } from '#geodata/contract/filter.ts'

export interface FacetChoice {
  value: string
  label: string | null
  count: number
}

/** Choices shown before 'show all'. */
const FEW = 8
const OPEN_AT_FIRST: readonly Facet[] = ['group', 'commodity', 'critical', 'province', 'status']

export function FacetGroup({ facet, choices }: { facet: Facet; choices: readonly FacetChoice[] }) {
  const { t, number } = useMessages()
  const [isOpened, setOpened] = useState<boolean | null>(null)
  const on = valuesOf(
    useView((state) => state.filter),
    facet,
  )
  // Until the reader opens or closes it: facets that most start from, and those that hold a choice.
  const isOpen = isOpened ?? (OPEN_AT_FIRST.includes(facet) || on.length > 0)
  if (choices.length === 0) return null
  return (
    <details
      className="facet"
      open={isOpen}
      onToggle={({ currentTarget }) => currentTarget.open !== isOpen && setOpened(currentTarget.open)}
    >
      <summary>
        {t(`facet.${facet}`)}
        {on.length > 0 && <span className="tabs__badge">{number(on.length)}</span>}
      </summary>
      {isOpen && <FacetChoices facet={facet} choices={choices} on={on} />}
    </details>
  )
}

interface FacetChoicesProps {
  facet: Facet
  choices: readonly FacetChoice[]
  on: readonly string[]
}

function FacetChoices({ facet, choices, on }: FacetChoicesProps) {
  const messages = useMessages()
  const { t, language } = messages
  const [isAll, setAll] = useState(false)
  const [text, setText] = useState('')
  const listId = useId()
  const districtName = useDistrictNames()
  // Most first, as the server counts; equal counts in the order of the reader's alphabet.
  const labelled = choices
    .map((choice) => {
      const text = choiceLabel(messages, facet, choice.value, choice.label)
      return { ...choice, text: facet === 'district' ? districtName(choice.value, text) : text }
    })
    .sort((a, b) => b.count - a.count || messages.compare(a.text, b.text))
  const wanted = text.trim().toLocaleLowerCase(language)
  const found = labelled.filter((choice) => choice.text.toLocaleLowerCase(language).includes(wanted))
  const shown =
    isAll || wanted !== '' ? found : found.filter((choice, index) => index < FEW || on.includes(choice.value))
  return (
    <>
      {facet === 'critical' && (
        <p className="muted small">
          {t('facet.critical.list', { list: CRITICAL_MINERALS.list, year: String(CRITICAL_MINERALS.year) })}{' '}
          <TermHelp term="critical" />
        </p>
      )}
      {choices.length > FEW * 2 && (
        <input
          className="field facet__search"
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t('facet.search', { facet: t(`facet.${facet}`) })}
          aria-label={t('facet.search', { facet: t(`facet.${facet}`) })}
          aria-controls={listId}
        />
      )}
      <ul id={listId}>
        {shown.map((choice) => (
          <Choice key={choice.value} facet={facet} choice={choice} isOn={on.includes(choice.value)} />
        ))}
      </ul>
      {found.length === 0 && <p className="muted small">{t('facet.noMatch')}</p>}
      {wanted === '' && choices.length > FEW && (
        <button type="button" className="text-button small" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? t('facet.showFewer') : t('facet.showAll', { count: choices.length })}
        </button>
      )}
    </>
  )
}

interface ChoiceProps {
  facet: Facet
  choice: FacetChoice & { text: string }
  isOn: boolean
}

function Choice({ facet, choice, isOn }: ChoiceProps) {
  const { number } = useMessages()
  const set = useView((state) => state.set)
  const toggle = () => set({ filter: toggleChoice(useView.getState().filter, { facet, value: choice.value }) })
  return (
    <li>
      <label className="choice" data-none={choice.count === 0 && !isOn ? '' : undefined}>
        <input type="checkbox" checked={isOn} onChange={toggle} />
        <ChoiceSymbol facet={facet} value={choice.value} />
        <span className="choice__text">
          <bdi>{choice.text}</bdi>
        </span>
        <span className="choice__count tabular">{number(choice.count)}</span>
      </label>
    </li>
  )
}

function ChoiceSymbol({ facet, value }: { facet: Facet; value: string }) {
  if (facet === 'group') {
    const group = CommodityGroup.safeParse(value)
    return group.success ? <GroupSwatch group={group.data} /> : null
  }
  if (facet === 'commodity') {
    const code = CommodityCode.safeParse(value)
    return code.success ? <CommoditySymbol code={code.data} /> : null
  }
  return null
}
