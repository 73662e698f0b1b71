/** Planned, half-built and stalled links to open, longest first: what they are, how long, how sure their course is. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import type { Change } from '#geodata/contract/scenario.ts'
import { AnswerFrame } from '../answer/answer-frame.tsx'
import { useAsked } from '../answer/use-asked.ts'
import { linkName } from './change-words.ts'

type Link = Output<'listPlannedLinks'>['links'][number]

/** Shorter ones are single ramps and bypasses. */
const LEAST_KM = 5

export function PlannedLinks({ onChange }: { onChange(change: Change): void }) {
  const { t } = useMessages()
  const asked = useAsked('listPlannedLinks', {})
  const changes = useView((state) => state.connect.changes)
  const opened = new Set(changes.flatMap((change) => (change.kind === 'open-reference' ? [change.reference] : [])))
  return (
    <AnswerFrame asked={asked}>
      {({ links }) => (
        <>
          <p className="small muted">{t('connect.plannedNote')}</p>
          <ul className="planned">
            {links
              .filter(({ lengthKm }) => lengthKm >= LEAST_KM)
              .map((link) => (
                <PlannedLink
                  key={link.reference}
                  link={link}
                  isOpen={opened.has(link.reference)}
                  onOpen={() => onChange({ kind: 'open-reference', reference: link.reference })}
                />
              ))}
          </ul>
        </>
      )}
    </AnswerFrame>
  )
}

function PlannedLink({ link, isOpen, onOpen }: { link: Link; isOpen: boolean; onOpen(): void }) {
  const { t, tOr, number, language } = useMessages()
  const { reference, name, modes, statuses, lengthKm, schematicKm } = link
  const about = [
    modes.map((mode) => tOr(`connect.leg.${mode}`, mode)).join(' + '),
    statuses.map((status) => tOr(`works.${status}`, status)).join(', '),
    linkName(name, reference, language),
  ].filter((part) => part !== '')
  return (
    <li>
      <button type="button" className="planned__row" disabled={isOpen} aria-pressed={isOpen} onClick={onOpen}>
        <strong dir="auto">{t('connect.openLink', { reference })}</strong>
        <span className="figure">
          <bdi>{number(lengthKm, { maximumFractionDigits: 0 })}</bdi> <span className="unit">{t('unit.kmSymbol')}</span>
        </span>
        <span className="small muted planned__about" dir="auto">
          {about.join(' · ')}
          {schematicKm > lengthKm / 2 && ` · ${t('connect.schematicTag')}`}
        </span>
      </button>
    </li>
  )
}
