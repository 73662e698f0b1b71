/** What it is and how much is there: overview, tonnage with grades and contained metal, rival figures, each with its sources. */

import { useDistrictNames } from '#client/api/use-district-names.ts'
import { unitText } from '#client/format/field-value.ts'
import { massParts } from '#client/format/mass.ts'
import { figureOptions } from '#client/format/quantity.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { FACT_SHEET } from '#client/i18n/topics/fact-sheet.ts'
import type { Messages } from '#client/i18n/translate.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { Figure } from '#client/ui/figure.tsx'
import { COMMODITIES } from '#geodata/contract/commodity.ts'
import type { ResourceEstimate } from '#geodata/contract/deposit.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import { contentsOf } from '#geodata/deposit/contained-metal.ts'
import { Block, Line, Marks, More } from './block.tsx'
import { type Detail, shortened } from './detail.ts'
import type { Footnotes } from './footnotes.ts'

interface FiguresProps {
  answer: Output<'getDeposit'>
  notes: Footnotes
  detail: Detail
}

export function OverviewBlock({ answer: { deposit }, notes, detail }: FiguresProps) {
  const t = useTopic(FACT_SHEET)
  const { t: word, language } = useMessages()
  const districtName = useDistrictNames()
  const short = (text: string | null) => (text === null ? null : shortened(text, detail.textLength))
  return (
    <Block title={t('overview')}>
      <dl className="fact-sheet__rows">
        <Line
          label={t('commodities')}
          text={deposit.commodities.map((code) => COMMODITIES[code].name[language]).join(t('separator'))}
        />
        <Line label={t('type')} text={word(`type.${deposit.depositType}`)} />
        <Line label={t('district')} text={districtName(deposit.district, deposit.districtName)} />
        <Line label={t('operator')} text={short(deposit.operator)} />
        <Line label={t('owners')} text={short(deposit.owners)} />
        <Line label={t('partner')} text={short(deposit.chinesePartnerText)} />
        <Line label={t('since')} text={deposit.startYear === null ? null : String(deposit.startYear)} />
        <Line label={t('output')} text={short(deposit.annualOutputText)}>
          {deposit.annualOutputText !== null && <Marks numbers={notes.marks(deposit.provenance?.citations ?? [])} />}
        </Line>
      </dl>
    </Block>
  )
}

export function TonnageBlock({ answer: { deposit }, notes, detail }: FiguresProps) {
  const t = useTopic(FACT_SHEET)
  const messages = useMessages()
  const { resource, rivals, containedMetalText } = deposit
  const contents = contentsOf(resource)
  return (
    <Block title={t('tonnage')}>
      {resource === null ? (
        <p>{t('noTonnage')}</p>
      ) : (
        <p className="fact-sheet__main">
          <Estimate estimate={resource} notes={notes} />
        </p>
      )}
      <dl className="fact-sheet__rows">
        {contents.length > 0 && (
          <Line label={t('inGround')}>
            {contents.map(({ commodity, tonnes }) => {
              const { value, unit } = massParts(tonnes)
              return (
                <span key={commodity} className="fact-sheet__item">
                  {COMMODITIES[commodity].name[messages.language]}{' '}
                  <Figure value={messages.number(value, { maximumSignificantDigits: 3 })} unit={t(unit)} />
                </span>
              )
            })}
          </Line>
        )}
        {containedMetalText !== null && (
          <Line label={t('statedMetal')} text={shortened(containedMetalText, detail.textLength)} />
        )}
      </dl>
      {rivals.length > 0 && (
        <>
          <h3>{t('rivals')}</h3>
          <ul>
            {rivals.slice(0, detail.rivals).map((rival, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rivals have no identity but their order in the record
              <li key={index}>
                <Estimate estimate={rival} notes={notes} />
              </li>
            ))}
          </ul>
          <More of={rivals.length} shown={detail.rivals} />
        </>
      )}
    </Block>
  )
}

function Estimate({ estimate, notes }: { estimate: ResourceEstimate; notes: Footnotes }) {
  const t = useTopic(FACT_SHEET)
  const messages = useMessages()
  const { tonnageMt, category, year, confidence, citations, reportingCode, grades, gradeText } = estimate
  const words = [
    messages.t(`category.${category}`),
    ...(reportingCode === null ? [] : [messages.t(`reportingCode.${reportingCode}`)]),
    year === null ? t('noYear') : String(year),
    messages.t(`confidence.${confidence}`),
  ]
  return (
    <>
      {tonnageMt !== null && (
        <b>
          <Figure value={messages.number(tonnageMt, figureOptions(confidence))} unit={t('Mt')} />
        </b>
      )}{' '}
      {grades.length > 0
        ? grades.map((grade) => <Grade key={grade.commodity} grade={grade} messages={messages} />)
        : gradeText !== null && <bdi>{gradeText}</bdi>}{' '}
      <span className="fact-sheet__fine">{words.join(' · ')}</span>
      <Marks numbers={notes.marks(citations)} />
    </>
  )
}

function Grade({ grade, messages }: { grade: ResourceEstimate['grades'][number]; messages: Messages }) {
  return (
    <span className="fact-sheet__item">
      {COMMODITIES[grade.commodity].name[messages.language]}{' '}
      <Figure
        value={messages.number(grade.value, { maximumSignificantDigits: 3 })}
        unit={unitText(messages, grade.unit)}
      />
    </span>
  )
}
