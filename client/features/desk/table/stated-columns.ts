/** Columns of what the record itself says. */
import { unitText } from '#client/format/field-value.ts'
import { localName, otherNames } from '#client/format/local-name.ts'
import { figureOptions } from '#client/format/quantity.ts'
import { COMMODITIES } from '#geodata/contract/commodity.ts'
import { DepositStatus } from '#geodata/contract/deposit.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { Confidence } from '#geodata/contract/provenance.ts'
import { containedTonnes, inGradeUnit, inMassUnit } from '#geodata/deposit/mass-units.ts'
import type { ColumnId } from '../column-ids.ts'
import type { ColumnEnv, DeskColumn } from './column-env.ts'

type Text = (row: DepositRow, env: ColumnEnv) => string | null

/** A column of words. */
function words(
  id: ColumnId,
  title: DeskColumn['title'],
  widthPx: number,
  text: Text,
  more: Partial<DeskColumn> = {},
): DeskColumn {
  return { id, title, widthPx, filter: 'text', value: text, shown: text, ...more }
}

const own = (key: Extract<DeskColumn['title'], { from: 'desk' }>['key']) => ({ from: 'desk', key }) as const
const shared = (key: Extract<DeskColumn['title'], { from: 'shared' }>['key']) => ({ from: 'shared', key }) as const

/** The grade of the main commodity, in %; null where none is stated, or where it is a heating value. */
export function mainGradePct({ resource, commodityPrimary }: DepositRow): number | null {
  const grade = resource?.grades.find(({ commodity }) => commodity === commodityPrimary)
  return grade ? (inGradeUnit(grade.value, grade.unit, '%') ?? null) : null
}

/** Tonnes of the main commodity in the ground, as graded; null where tonnage or grade is not stated. */
export function mainMetalTonnes(row: DepositRow): number | null {
  const grade = mainGradePct(row)
  return row.resourceMt === null || grade === null ? null : containedTonnes(row.resourceMt, grade)
}

function gradeTexts(row: DepositRow, { messages, units }: ColumnEnv, onlyMain: boolean): string | null {
  const grades = row.resource?.grades.filter(({ commodity }) => !onlyMain || commodity === row.commodityPrimary) ?? []
  const texts = grades.map(({ commodity, value, unit }) => {
    const wanted = units.grade === 'printed' || unit === 'MJ/kg' ? unit : units.grade
    const shown = wanted === 'MJ/kg' || unit === 'MJ/kg' ? value : (inGradeUnit(value, unit, wanted) ?? value)
    const figure = `${messages.number(shown, { maximumSignificantDigits: 3 })} ${unitText(messages, wanted)}`
    return onlyMain ? figure : `${COMMODITIES[commodity].name[messages.language]} ${figure}`
  })
  return texts.length === 0 ? null : texts.join('; ')
}

const number = (value: number | null, { messages }: ColumnEnv, options?: Intl.NumberFormatOptions) =>
  value === null ? null : messages.number(value, options)

const ORE: DeskColumn[] = [
  {
    id: 'tonnage',
    title: own('desk.column.tonnage'),
    widthPx: 112,
    filter: 'number',
    unit: ({ units }) => units.ore,
    fromShown: (shown, { units }) => inMassUnit(shown, units.ore, 'Mt'),
    value: (row) => row.resourceMt,
    shown: (row, env) =>
      row.resourceMt === null
        ? null
        : number(inMassUnit(row.resourceMt, 'Mt', env.units.ore), env, figureOptions(row.confidence)),
  },
  words('category', own('desk.column.category'), 130, ({ resourceCategory }, { messages }) =>
    resourceCategory === null ? null : messages.t(`category.${resourceCategory}`),
  ),
  words('code', own('desk.column.code'), 110, ({ resource }) => resource?.reportingCode ?? null),
  {
    ...{ id: 'year', title: own('desk.column.year'), widthPx: 84, filter: 'number' },
    value: (row) => row.resourceYear,
    shown: (row) => (row.resourceYear === null ? null : String(row.resourceYear)),
  },
  {
    ...{ id: 'grade', title: own('desk.column.grade'), widthPx: 168, filter: 'number' },
    unit: ({ units }) => (units.grade === 'printed' ? '' : units.grade),
    fromShown: (shown, { units }) => (units.grade === 'g/t' ? shown / 10_000 : shown),
    value: mainGradePct,
    shown: (row, env) => gradeTexts(row, env, true),
  },
  words(
    'grades',
    own('desk.column.grades'),
    220,
    (row, env) => gradeTexts(row, env, false) ?? row.resource?.gradeText ?? null,
  ),
  {
    ...{ id: 'metal', title: own('desk.column.metal'), widthPx: 214, filter: 'number' },
    unit: ({ units }) => units.metal,
    fromShown: (shown, { units }) => inMassUnit(shown, units.metal, 't'),
    value: mainMetalTonnes,
    shown: (row, env) => {
      const tonnes = mainMetalTonnes(row)
      return tonnes === null
        ? null
        : number(inMassUnit(tonnes, 't', env.units.metal), env, { maximumSignificantDigits: 3 })
    },
  },
  words('metalText', own('desk.column.metalText'), 200, (row) => row.containedMetalText),
  words('output', own('desk.column.output'), 200, (row) => row.annualOutputText),
  {
    ...{ id: 'start', title: own('desk.column.start'), widthPx: 96, filter: 'number' },
    value: (row) => row.startYear,
    shown: (row) => (row.startYear === null ? null : String(row.startYear)),
  },
  {
    ...{ id: 'rivals', title: own('desk.column.rivals'), widthPx: 92, filter: 'number' },
    value: (row) => row.rivals,
    shown: (row, env) => number(row.rivals, env),
  },
]

const NAMES: DeskColumn[] = [
  words('name', shared('list.name'), 210, ({ name, id }, { messages }) => localName(name, messages.language, id)),
  words('altNames', own('desk.column.altNames'), 200, ({ name, altNames = [] }, { messages }) => {
    const others = [...otherNames(name, messages.language).map(({ text }) => text), ...altNames]
    return others.length === 0 ? null : others.join('; ')
  }),
]

const CHOICES: DeskColumn[] = [
  words(
    'commodity',
    own('desk.column.commodity'),
    132,
    ({ commodityPrimary }, { messages }) => COMMODITIES[commodityPrimary].name[messages.language],
    { filter: 'choice', facet: 'commodity' },
  ),
  words(
    'commodities',
    own('desk.column.commodities'),
    180,
    ({ commodities }, { messages }) =>
      messages.list(commodities.map((code) => COMMODITIES[code].name[messages.language])),
    { filter: 'choice', facet: 'commodity' },
  ),
  words(
    'commodityGroup',
    shared('facet.group'),
    150,
    ({ commodityPrimary }, { messages }) => messages.t(`group.${COMMODITIES[commodityPrimary].group}`),
    { filter: 'choice', facet: 'group' },
  ),
  words('status', shared('list.status'), 132, ({ status }, { messages }) => messages.t(`status.${status}`), {
    ...{ filter: 'choice', facet: 'status' },
    // From the least to the most advanced, as the vocabulary has them backwards.
    value: ({ status }) => -DepositStatus.options.indexOf(status),
  }),
  words('province', shared('list.province'), 140, ({ province }, { messages }) => messages.t(`province.${province}`), {
    ...{ filter: 'choice', facet: 'province' },
  }),
  words(
    'district',
    shared('list.district'),
    124,
    ({ district, districtName: printed }, { districtName }) => districtName(district, printed),
    {
      ...{ filter: 'choice', facet: 'district' },
    },
  ),
  words('operator', shared('list.operator'), 190, ({ operator }) => operator, { filter: 'choice', facet: 'operator' }),
  words('owners', shared('sheet.owners'), 190, ({ owners }) => owners),
  words('partner', shared('facet.partner'), 190, ({ chinesePartner }) => chinesePartner, {
    ...{ filter: 'choice', facet: 'partner' },
  }),
  words('partnerText', own('desk.column.partnerText'), 200, ({ chinesePartnerText }) => chinesePartnerText),
  words('type', shared('facet.type'), 160, ({ depositType }, { messages }) => messages.t(`type.${depositType}`), {
    ...{ filter: 'choice', facet: 'type' },
  }),
  words('typeText', own('desk.column.typeText'), 190, ({ depositTypeText }) => depositTypeText),
  words(
    'confidence',
    shared('list.confidence'),
    128,
    ({ confidence }, { messages }) => messages.t(`confidence.${confidence}`),
    {
      ...{ filter: 'choice', facet: 'confidence' },
      value: ({ confidence }) => -Confidence.options.indexOf(confidence),
    },
  ),
]

const PLACE: DeskColumn[] = [
  ...(['lon', 'lat'] as const).map(
    (id, index): DeskColumn => ({
      ...{ id, title: own(`desk.column.${id}`), widthPx: 96, filter: 'number', unit: () => '°' },
      value: ({ position }) => position[index] ?? null,
      shown: ({ position }, env) => number(position[index] ?? null, env, { maximumFractionDigits: 4 }),
    }),
  ),
  words('quality', own('desk.column.quality'), 150, ({ geometryQuality }, { messages }) =>
    messages.t(`quality.${geometryQuality}`),
  ),
  {
    ...{ id: 'accuracy', title: own('desk.column.accuracy'), widthPx: 110, filter: 'number', unit: () => 'km' },
    value: ({ positionAccuracyKm }) => positionAccuracyKm,
    shown: ({ positionAccuracyKm }, env) => number(positionAccuracyKm, env, { maximumSignificantDigits: 2 }),
  },
  words('basis', own('desk.column.basis'), 190, ({ positionBasis }, { messages }) =>
    messages.t(`sheet.positionBasis.${positionBasis}`),
  ),
  words('positionText', own('desk.column.positionText'), 200, ({ positionText }) => positionText),
]

const RECORD: DeskColumn[] = [
  {
    ...{ id: 'importance', title: shared('list.importance'), widthPx: 88, filter: 'number' },
    value: ({ importance }) => importance,
    shown: ({ importance }, env) => number(importance, env),
  },
  words('asOf', own('desk.column.asOf'), 92, ({ asOf }) => asOf),
  words(
    'partOf',
    own('desk.column.partOf'),
    170,
    ({ partOf }, { nameOf }) => (partOf === null ? null : nameOf(partOf)),
    {
      state: ({ partOf }) => (partOf === null ? 'none' : 'known'),
    },
  ),
  words(
    'shares',
    own('desk.column.shares'),
    170,
    ({ sharesGroundWith }, { nameOf }) =>
      sharesGroundWith.length === 0 ? null : sharesGroundWith.map((id) => nameOf(id)).join('; '),
    { state: ({ sharesGroundWith }) => (sharesGroundWith.length === 0 ? 'none' : 'known') },
  ),
  words('remark', own('desk.column.remark'), 240, ({ note }) => note),
  words('sources', own('desk.column.sources'), 240, (row, { sources }) => {
    const ids = new Set([...(row.resource?.sources ?? []), ...row.sources])
    return ids.size === 0 ? null : [...ids].map((id) => sources[id]?.title ?? id).join('; ')
  }),
]

export const STATED_COLUMNS: readonly DeskColumn[] = [...NAMES, ...CHOICES, ...ORE, ...PLACE, ...RECORD]
