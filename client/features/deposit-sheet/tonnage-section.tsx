/** The tonnage: the most defensible estimate, then rival figures as published. Never added up, never averaged. */
import type { ReactNode } from 'react'
import { unitText } from '#client/format/field-value.ts'
import { figureOptions } from '#client/format/quantity.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { ConfidenceBar } from '#client/ui/confidence-bar.tsx'
import { Figure } from '#client/ui/figure.tsx'
import { NotReported } from '#client/ui/not-reported.tsx'
import { Row, Section } from '#client/ui/section.tsx'
import { SourceMark, type SourceRecords } from '#client/ui/source-mark.tsx'
import { TermHelp } from '#client/ui/term-help.tsx'
import { COMMODITIES, type CommodityCode } from '#geodata/contract/commodity.ts'
import type { ResourceEstimate } from '#geodata/contract/deposit.ts'
import type { DepositAnswer } from './deposit-sheet.tsx'

export function TonnageSection({ answer }: { answer: DepositAnswer }) {
  const { t } = useMessages()
  const { resource, rivals, containedMetalText, annualOutputText, provenance } = answer.deposit
  // Grades stand in the order of the deposit's commodities, the main one first.
  const rank = (grade: { commodity: CommodityCode }) => answer.deposit.commodities.indexOf(grade.commodity) >>> 0
  const inOrder = (estimate: ResourceEstimate): ResourceEstimate => ({
    ...estimate,
    grades: [...estimate.grades].sort((a, b) => rank(a) - rank(b)),
  })
  const mark = <SourceMark citations={provenance?.citations ?? []} sources={answer.sources} />
  return (
    <Section title={t('sheet.tonnage')}>
      {resource ? (
        <Estimate estimate={inOrder(resource)} sources={answer.sources} />
      ) : (
        <p className="muted">{t('sheet.noTonnage')}</p>
      )}
      <dl className="rows">
        <Row
          label={
            <>
              {t('sheet.containedMetal')} <TermHelp term="containedMetal" />
            </>
          }
        >
          <Stated text={containedMetalText}>{mark}</Stated>
        </Row>
        <Row label={t('sheet.annualOutput')}>
          <Stated text={annualOutputText}>{mark}</Stated>
        </Row>
      </dl>
      {rivals.length > 0 && (
        <details className="sheet__fold" open>
          <summary>{t('sheet.rivals')}</summary>
          <p className="muted small">{t('sheet.rivalsNote')}</p>
          <ul className="rivals">
            {rivals.map((rival, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rivals have no identity but their order in the record
              <li key={index}>
                <Estimate estimate={inOrder(rival)} sources={answer.sources} isRival />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

function Stated({ text, children }: { text: string | null; children: ReactNode }) {
  if (text === null) return <NotReported />
  return (
    <>
      <span dir="auto">{text}</span> {children}
    </>
  )
}

interface EstimateProps {
  estimate: ResourceEstimate
  sources: SourceRecords
  isRival?: boolean
}

function Estimate({ estimate, sources, isRival = false }: EstimateProps) {
  const { t, number } = useMessages()
  const { tonnageMt, category, reportingCode, year, confidence, citations, text, gradeText } = estimate
  return (
    <div className={isRival ? 'estimate estimate--rival' : 'estimate'}>
      <div className="estimate__tonnage">
        {tonnageMt === null ? (
          <NotReported />
        ) : (
          <Figure value={number(tonnageMt, figureOptions(confidence))} unit={t('unit.Mt')} />
        )}
        <SourceMark citations={citations} sources={sources} />
      </div>
      <p className="small estimate__kind">
        {t(`category.${category}`)} · {t(`reportingCode.${reportingCode ?? 'none'}`)} ·{' '}
        {year === null ? t('estimate.noYear') : String(year)}
        {!isRival && (
          <>
            {' '}
            <TermHelp term="resource" /> <TermHelp term="reportingCode" />
          </>
        )}
      </p>
      <Grades estimate={estimate} />
      {estimate.grades.length === 0 && gradeText !== null && <p dir="auto">{gradeText}</p>}
      <ConfidenceBar confidence={confidence} />
      {text !== null && (
        <blockquote className="estimate__text small" dir="auto">
          {text}
        </blockquote>
      )}
    </div>
  )
}

function Grades({ estimate }: { estimate: ResourceEstimate }) {
  const messages = useMessages()
  const { number, language } = messages
  if (estimate.grades.length === 0) return null
  return (
    <ul className="grades">
      {estimate.grades.map((grade) => (
        <li key={grade.commodity}>
          <span>{COMMODITIES[grade.commodity].name[language]}</span>{' '}
          <Figure value={number(grade.value, { maximumSignificantDigits: 3 })} unit={unitText(messages, grade.unit)} />
        </li>
      ))}
    </ul>
  )
}
