/** Words of `/docs` in three languages. What an endpoint answers is said once, in English, as in the OpenAPI document. */
import type { Language } from '#geodata/contract/provenance.ts'

const EN = {
  title: 'Orelink API',
  about: 'The atlas for programs: every address, its parameters and an example. For reading only.',
  machine: 'Machine-readable:',
  standards: 'Open standards:',
  map: 'Map:',
  tileSets: 'tile sets',
  style: 'MapLibre style',
  state: 'State:',
  health: 'health',
  metrics: 'metrics',
  endpoints: 'Endpoints',
  parameter: 'Parameter',
  where: 'Where',
  what: 'What',
  required: 'required',
  noParameters: 'No parameters.',
  example: 'Example:',
  bodyExample: 'Example of a body, as application/json:',
  language: 'Language',
} as const

export type DocsWords = Readonly<Record<keyof typeof EN, string>>

export const DOCS_WORDS: Readonly<Record<Language, DocsWords>> = {
  en: EN,
  ur: {
    title: 'Orelink پروگرامنگ انٹرفیس',
    about: 'پروگراموں کے لیے اٹلس: ہر پتہ، اس کے پیرامیٹر اور ایک مثال۔ صرف پڑھنے کے لیے۔',
    machine: 'پروگراموں کے لیے دستاویز:',
    standards: 'کھلے معیارات:',
    map: 'نقشہ:',
    tileSets: 'ٹائل سیٹ',
    style: 'MapLibre اسٹائل',
    state: 'حالت:',
    health: 'صحت',
    metrics: 'پیمائشیں',
    endpoints: 'پتے',
    parameter: 'پیرامیٹر',
    where: 'کہاں',
    what: 'کیا',
    required: 'لازمی',
    noParameters: 'کوئی پیرامیٹر نہیں۔',
    example: 'مثال:',
    bodyExample: 'متن کی مثال، بطور application/json:',
    language: 'زبان',
  },
  zh: {
    title: 'Orelink 编程接口',
    about: '供程序使用的地图集：每个地址、参数和示例。只读。',
    machine: '机器可读文档：',
    standards: '开放标准：',
    map: '地图：',
    tileSets: '瓦片集',
    style: 'MapLibre 样式',
    state: '状态：',
    health: '健康检查',
    metrics: '指标',
    endpoints: '接口地址',
    parameter: '参数',
    where: '位置',
    what: '内容',
    required: '必填',
    noParameters: '没有参数。',
    example: '示例：',
    bodyExample: '请求正文示例（application/json）：',
    language: '语言',
  },
}

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ur: 'اردو', zh: '中文' }
