/**
 * Headings of what a file says of itself, in the reader's language. Columns keep the names of the contract in every
 * language: formulas, joins and programs rest on them, and /api/export/<dataset> lists them with their units.
 */
import type { Language } from '#geodata/contract/provenance.ts'

const EN = {
  title: 'Title',
  dataset: 'Dataset',
  selection: 'Selection',
  everything: 'everything',
  records: 'Records',
  licence: 'Licence',
  attribution: 'Attribution',
  vintage: 'State of the data',
  version: 'Version',
  accuracy: 'Accuracy',
  takenOn: 'Taken on',
  takenFrom: 'Taken from',
  source: 'Source',
  positions: 'Positions',
  positionsText: 'WGS 84, degrees, longitude before latitude',
  cited: 'Cited sources',
  about: 'Sources and licence',
  what: 'What',
  text: 'Text',
  leftOut: 'Left out or cut',
} as const

export type NoticeWords = Readonly<Record<keyof typeof EN, string>>

export const NOTICE_WORDS: Readonly<Record<Language, NoticeWords>> = {
  en: EN,
  ur: {
    title: 'عنوان',
    dataset: 'ڈیٹاسیٹ',
    selection: 'انتخاب',
    everything: 'سب کچھ',
    records: 'اندراجات',
    licence: 'لائسنس',
    attribution: 'حوالہ',
    vintage: 'ڈیٹا کی تاریخ',
    version: 'نسخہ',
    accuracy: 'درستی',
    takenOn: 'حاصل کرنے کی تاریخ',
    takenFrom: 'کہاں سے حاصل',
    source: 'ماخذ',
    positions: 'مقامات',
    positionsText: 'WGS 84، درجوں میں، پہلے طول بلد پھر عرض بلد',
    cited: 'حوالہ شدہ ماخذ',
    about: 'ماخذ اور لائسنس',
    what: 'کیا',
    text: 'متن',
    leftOut: 'چھوڑا یا کاٹا گیا',
  },
  zh: {
    title: '标题',
    dataset: '数据集',
    selection: '选择',
    everything: '全部',
    records: '记录数',
    licence: '许可',
    attribution: '署名',
    vintage: '数据时间',
    version: '版本',
    accuracy: '精度',
    takenOn: '导出时间',
    takenFrom: '导出自',
    source: '来源',
    positions: '坐标',
    positionsText: 'WGS 84，以度为单位，先经度后纬度',
    cited: '引用来源',
    about: '来源与许可',
    what: '项目',
    text: '内容',
    leftOut: '略去或截断',
  },
}
