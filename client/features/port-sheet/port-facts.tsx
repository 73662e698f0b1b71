/** What the port itself can take: berths, draught, largest ship, capacity, with the source of each. */
import type { ReactNode } from 'react'
import { fieldText } from '#client/format/field-value.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { ConfidenceBar } from '#client/ui/confidence-bar.tsx'
import { Figure } from '#client/ui/figure.tsx'
import { NotReported } from '#client/ui/not-reported.tsx'
import { Row, Section } from '#client/ui/section.tsx'
import { SourceMark } from '#client/ui/source-mark.tsx'
import { type Term, TermHelp } from '#client/ui/term-help.tsx'
import { Provenance } from '#geodata/contract/provenance.ts'
import type { PortAnswer } from './port-sheet.tsx'

export function PortFacts({ answer }: { answer: PortAnswer }) {
  const messages = useMessages()
  const { t, number } = messages
  const { properties } = answer.port
  const provenance = Provenance.safeParse(properties.provenance).data
  const mark = <SourceMark citations={provenance?.citations ?? []} sources={answer.sources} />
  const figure = (value: unknown, unit: string | null) =>
    typeof value === 'number' ? (
      <>
        <Figure value={number(value)} unit={unit} /> {mark}
      </>
    ) : (
      <NotReported />
    )
  const words = (value: unknown): ReactNode =>
    typeof value === 'string' && value !== '' ? (
      <>
        <span dir="auto">{value}</span> {mark}
      </>
    ) : (
      <NotReported />
    )
  return (
    <Section title={t('port.facts')} aside={provenance && <ConfidenceBar confidence={provenance.confidence} />}>
      <dl className="rows">
        <Row label={t('port.kind')}>{fieldText(messages, 'kind', properties.kind) ?? <NotReported />}</Row>
        <Row label={t('port.berths')}>{figure(properties.berths, null)}</Row>
        <Row label={<Explained label={t('port.draught')} term="draught" />}>
          {figure(properties.maxDraughtM, t('unit.m'))}
        </Row>
        <Row label={<Explained label={t('port.maxDwt')} term="dwt" />}>{figure(properties.maxDwt, t('unit.dwt'))}</Row>
        <Row label={t('port.capacity')}>{words(properties.capacityText)}</Row>
      </dl>
      {provenance?.note != null && (
        <p className="note" dir="auto">
          {provenance.note}
        </p>
      )}
      <p className="muted small">{t('port.draughtNote')}</p>
    </Section>
  )
}

function Explained({ label, term }: { label: string; term: Term }) {
  return (
    <>
      {label} <TermHelp term={term} />
    </>
  )
}
