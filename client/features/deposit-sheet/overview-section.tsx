/** What it is and whose: commodities, type, district, operator, owners, partner, first year. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { DistrictLink } from '#client/selection/district-name.tsx'
import { CommoditySymbol } from '#client/ui/commodity-symbol.tsx'
import { ConfidenceBar } from '#client/ui/confidence-bar.tsx'
import { NotReported } from '#client/ui/not-reported.tsx'
import { Row, Section } from '#client/ui/section.tsx'
import { SourceMark } from '#client/ui/source-mark.tsx'
import { TermHelp } from '#client/ui/term-help.tsx'
import { COMMODITIES } from '#geodata/contract/commodity.ts'
import type { DepositAnswer } from './deposit-sheet.tsx'

export function OverviewSection({ answer }: { answer: DepositAnswer }) {
  const { t, language } = useMessages()
  const { deposit, sources } = answer
  const { provenance } = deposit
  const mark = <SourceMark citations={provenance?.citations ?? []} sources={sources} />
  return (
    <Section
      title={t('sheet.overview')}
      aside={
        provenance && (
          <span>
            <ConfidenceBar confidence={provenance.confidence} /> <TermHelp term="confidence" />
          </span>
        )
      }
    >
      <dl className="rows">
        <Row label={t('sheet.commodities')}>
          <span className="commodity-list">
            {deposit.commodities.map((code) => (
              <span key={code}>
                <CommoditySymbol code={code} size={18} /> {COMMODITIES[code].name[language]}
              </span>
            ))}
          </span>
        </Row>
        <Row label={t('sheet.type')}>
          {t(`type.${deposit.depositType}`)}
          {deposit.depositTypeText !== null && (
            <>
              {' '}
              <bdi className="muted">({deposit.depositTypeText})</bdi>
            </>
          )}
        </Row>
        <Row label={t('sheet.status')}>
          {t(`status.${deposit.status}`)} {mark}
        </Row>
        <Row label={t('sheet.district')}>
          <DistrictLink id={deposit.district} printed={deposit.districtName} />
        </Row>
        <Text label={t('sheet.operator')} text={deposit.operator} />
        <Text label={t('sheet.owners')} text={deposit.owners} />
        <Text label={t('sheet.chinesePartner')} text={deposit.chinesePartnerText} />
        <Row label={t('sheet.startYear')}>
          {deposit.startYear === null ? <NotReported /> : <span className="tabular">{String(deposit.startYear)}</span>}
        </Row>
        {deposit.altNames && deposit.altNames.length > 0 && (
          <Row label={t('sheet.alsoKnown')}>
            <span className="alt-names">
              {deposit.altNames.map((name) => (
                <bdi key={name}>{name}</bdi>
              ))}
            </span>
          </Row>
        )}
      </dl>
    </Section>
  )
}

function Text({ label, text }: { label: string; text: string | null }) {
  return <Row label={label}>{text === null ? <NotReported /> : <span dir="auto">{text}</span>}</Row>
}
