/** A small mark behind a term of the field: opens what the term means. The texts are `help.text.<term>`. */
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import { useId } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'

export const TERMS = [
  'resource',
  'reportingCode',
  'grade',
  'containedMetal',
  'confidence',
  'position',
  'part',
  'critical',
  'straightLine',
  'draught',
  'dwt',
  'concentrate',
  'tcRc',
  'nsr',
  'assumption',
  'cql2',
] as const
export type Term = (typeof TERMS)[number]

export function TermHelp({ term }: { term: Term }) {
  const { t } = useMessages()
  const id = useId()
  const name = t(`help.term.${term}`)
  return (
    <>
      <button
        type="button"
        className="source-mark"
        popoverTarget={id}
        aria-label={t('help.explain', { term: name })}
        title={t('help.explain', { term: name })}
      >
        <CircleQuestionMark size={13} aria-hidden />
      </button>
      <span id={id} popover="auto" className="source-popover" role="note">
        <strong>{name}</strong>
        <br />
        {t(`help.text.${term}`)}
      </span>
    </>
  )
}
