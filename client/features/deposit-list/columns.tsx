/** The columns of the list: heading, sort key where the server can sort by it, width, cell. */
import type { ReactNode } from 'react'
import { localName } from '#client/format/local-name.ts'
import { figureOptions } from '#client/format/quantity.ts'
import type { MessageKey } from '#client/i18n/catalogue.ts'
import type { Messages } from '#client/i18n/translate.ts'
import { DistrictName } from '#client/selection/district-name.tsx'
import type { ListSort } from '#client/state/view-state.ts'
import { CommoditySymbol } from '#client/ui/commodity-symbol.tsx'
import { ConfidenceBar } from '#client/ui/confidence-bar.tsx'
import { NotReported } from '#client/ui/not-reported.tsx'
import { COMMODITIES } from '#geodata/contract/commodity.ts'
import type { DepositSummary } from '#geodata/contract/endpoints.ts'

export interface Column {
  title: MessageKey
  sort: ListSort['key'] | null
  /** A track of the grid. */
  width: string
  /** Shown on the phone too. */
  isEssential: boolean
  cell(deposit: DepositSummary, messages: Messages): ReactNode
}

/** A text that may be too long: cut at its own end, also where it runs against the page. */
function Cut({ text }: { text: string }) {
  return (
    <bdi className="list__cut" title={text}>
      {text}
    </bdi>
  )
}

export const COLUMNS: readonly Column[] = [
  {
    title: 'list.name',
    sort: 'name',
    width: 'minmax(150px, 1.6fr)',
    isEssential: true,
    cell: (deposit, { language, t }) => (
      <span className={deposit.partOf === null ? 'list__name' : 'list__name list__name--part'}>
        <CommoditySymbol code={deposit.commodityPrimary} size={18} />
        <bdi>{localName(deposit.name, language, deposit.id)}</bdi>
        {deposit.partOf !== null && <span className="visually-hidden">({t('list.partOf')})</span>}
      </span>
    ),
  },
  {
    title: 'list.commodity',
    sort: 'commodity',
    width: 'minmax(110px, 1fr)',
    isEssential: false,
    cell: (deposit, { language, list }) =>
      list(deposit.commodities.slice(0, 3).map((code) => COMMODITIES[code].name[language])),
  },
  {
    title: 'list.status',
    sort: 'status',
    width: 'minmax(96px, 0.8fr)',
    isEssential: false,
    cell: (deposit, { t }) => t(`status.${deposit.status}`),
  },
  {
    title: 'list.resource',
    sort: 'resource',
    width: 'minmax(90px, 0.7fr)',
    isEssential: true,
    cell: (deposit, { number }) =>
      deposit.resourceMt === null ? (
        <NotReported />
      ) : (
        <bdi className="tabular">{number(deposit.resourceMt, figureOptions(deposit.confidence))}</bdi>
      ),
  },
  {
    title: 'list.province',
    sort: 'province',
    width: 'minmax(100px, 0.9fr)',
    isEssential: false,
    cell: (deposit, { t }) => t(`province.${deposit.province}`),
  },
  {
    title: 'list.district',
    sort: null,
    width: 'minmax(90px, 0.8fr)',
    isEssential: false,
    cell: (deposit) => <DistrictName id={deposit.district} printed={deposit.districtName} />,
  },
  {
    title: 'list.operator',
    sort: null,
    width: 'minmax(110px, 1.2fr)',
    isEssential: false,
    cell: (deposit) => (deposit.operator === null ? <NotReported /> : <Cut text={deposit.operator} />),
  },
  {
    title: 'list.importance',
    sort: 'importance',
    width: '76px',
    isEssential: false,
    cell: (deposit, { t, number }) => (
      <span className="tabular" title={t('list.importanceValue', { value: deposit.importance })}>
        {number(deposit.importance)}
      </span>
    ),
  },
  {
    title: 'list.confidence',
    sort: 'confidence',
    width: '104px',
    isEssential: false,
    cell: (deposit) => <ConfidenceBar confidence={deposit.confidence} isWordHidden />,
  },
]
