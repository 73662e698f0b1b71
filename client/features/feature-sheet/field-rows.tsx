/** The properties of a record as rows, in the order of its schema; what names, quality and sources show is left to them. */
import { fieldLabel, fieldText, unitText } from '#client/format/field-value.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { NotReported } from '#client/ui/not-reported.tsx'
import { Row, Section } from '#client/ui/section.tsx'
import type { FeatureAnswer } from './feature-sheet.tsx'

const SHOWN_ELSEWHERE: readonly string[] = ['name', 'geometryQuality', 'provenance']

export function FieldRows({ answer }: { answer: FeatureAnswer }) {
  const messages = useMessages()
  const { t } = messages
  const { properties } = answer.feature
  const fields = answer.fields.filter(({ key }) => !SHOWN_ELSEWHERE.includes(key) && Object.hasOwn(properties, key))
  if (fields.length === 0) return null
  return (
    <Section title={t('sheet.allFields')}>
      <dl className="rows">
        {fields.map(({ key, unit }) => {
          const text = fieldText(messages, key, properties[key])
          const isLink = typeof text === 'string' && /^https?:\/\//.test(text)
          return (
            <Row key={key} label={fieldLabel(messages, key)}>
              {text === null ? (
                <NotReported />
              ) : isLink ? (
                <a href={text} target="_blank" rel="noopener noreferrer">
                  {text}
                </a>
              ) : (
                <span dir="auto" className={typeof properties[key] === 'number' ? 'figure' : ''}>
                  {text}
                  {unit !== null && <span className="unit"> {unitText(messages, unit)}</span>}
                </span>
              )}
            </Row>
          )
        })}
      </dl>
    </Section>
  )
}
