/** The commodity registry: the one place that says what a mineral is called, how its grade is written and how it is drawn. */
import * as z from 'zod'

export const CommodityGroup = z.enum([
  'base-metals',
  'precious-metals',
  'iron-and-ferroalloys',
  'energy-minerals',
  'chemical-and-fertiliser',
  'stone-and-clay',
  'gems-and-rare-earths',
])
export type CommodityGroup = z.output<typeof CommodityGroup>

export interface Commodity {
  name: { en: string; ur: string; zh: string }
  group: CommodityGroup
  /** Letters drawn on the map symbol: the element where there is one. */
  glyph: string
  /** Unit in which grades are printed; coal carries its heating value. */
  gradeUnit: '%' | 'g/t' | 'MJ/kg'
}

const registry = {
  copper: { name: { en: 'Copper', ur: 'تانبا', zh: '铜' }, group: 'base-metals', glyph: 'Cu', gradeUnit: '%' },
  lead: { name: { en: 'Lead', ur: 'سیسہ', zh: '铅' }, group: 'base-metals', glyph: 'Pb', gradeUnit: '%' },
  zinc: { name: { en: 'Zinc', ur: 'جست', zh: '锌' }, group: 'base-metals', glyph: 'Zn', gradeUnit: '%' },
  antimony: { name: { en: 'Antimony', ur: 'اینٹیمنی', zh: '锑' }, group: 'base-metals', glyph: 'Sb', gradeUnit: '%' },
  gold: { name: { en: 'Gold', ur: 'سونا', zh: '金' }, group: 'precious-metals', glyph: 'Au', gradeUnit: 'g/t' },
  silver: { name: { en: 'Silver', ur: 'چاندی', zh: '银' }, group: 'precious-metals', glyph: 'Ag', gradeUnit: 'g/t' },
  platinum: {
    name: { en: 'Platinum', ur: 'پلاٹینم', zh: '铂' },
    group: 'precious-metals',
    glyph: 'Pt',
    gradeUnit: 'g/t',
  },
  pge: {
    name: { en: 'Platinum group elements', ur: 'پلاٹینم گروپ عناصر', zh: '铂族元素' },
    group: 'precious-metals',
    glyph: 'PGE',
    gradeUnit: 'g/t',
  },
  iron: { name: { en: 'Iron', ur: 'لوہا', zh: '铁' }, group: 'iron-and-ferroalloys', glyph: 'Fe', gradeUnit: '%' },
  chromite: {
    name: { en: 'Chromite', ur: 'کرومائٹ', zh: '铬铁矿' },
    group: 'iron-and-ferroalloys',
    glyph: 'Cr',
    gradeUnit: '%',
  },
  manganese: {
    name: { en: 'Manganese', ur: 'مینگنیز', zh: '锰' },
    group: 'iron-and-ferroalloys',
    glyph: 'Mn',
    gradeUnit: '%',
  },
  tungsten: {
    name: { en: 'Tungsten', ur: 'ٹنگسٹن', zh: '钨' },
    group: 'iron-and-ferroalloys',
    glyph: 'W',
    gradeUnit: '%',
  },
  cobalt: {
    name: { en: 'Cobalt', ur: 'کوبالٹ', zh: '钴' },
    group: 'iron-and-ferroalloys',
    glyph: 'Co',
    gradeUnit: '%',
  },
  nickel: { name: { en: 'Nickel', ur: 'نکل', zh: '镍' }, group: 'iron-and-ferroalloys', glyph: 'Ni', gradeUnit: '%' },
  molybdenum: {
    name: { en: 'Molybdenum', ur: 'مولیبڈینم', zh: '钼' },
    group: 'iron-and-ferroalloys',
    glyph: 'Mo',
    gradeUnit: '%',
  },
  titanium: {
    name: { en: 'Titanium', ur: 'ٹائٹینیم', zh: '钛' },
    group: 'iron-and-ferroalloys',
    glyph: 'Ti',
    gradeUnit: '%',
  },
  ilmenite: {
    name: { en: 'Ilmenite', ur: 'المینائٹ', zh: '钛铁矿' },
    group: 'iron-and-ferroalloys',
    glyph: 'Ilm',
    gradeUnit: '%',
  },
  rutile: {
    name: { en: 'Rutile', ur: 'روٹائل', zh: '金红石' },
    group: 'iron-and-ferroalloys',
    glyph: 'Rt',
    gradeUnit: '%',
  },
  bauxite: {
    name: { en: 'Bauxite', ur: 'باکسائٹ', zh: '铝土矿' },
    group: 'iron-and-ferroalloys',
    glyph: 'Al',
    gradeUnit: '%',
  },
  laterite: {
    name: { en: 'Laterite', ur: 'لیٹرائٹ', zh: '红土' },
    group: 'iron-and-ferroalloys',
    glyph: 'Lat',
    gradeUnit: '%',
  },
  coal: { name: { en: 'Coal', ur: 'کوئلہ', zh: '煤炭' }, group: 'energy-minerals', glyph: 'C', gradeUnit: 'MJ/kg' },
  lignite: {
    name: { en: 'Lignite', ur: 'لگنائٹ', zh: '褐煤' },
    group: 'energy-minerals',
    glyph: 'Lg',
    gradeUnit: 'MJ/kg',
  },
  'sub-bituminous-coal': {
    name: { en: 'Sub-bituminous coal', ur: 'نیم بٹومنی کوئلہ', zh: '次烟煤' },
    group: 'energy-minerals',
    glyph: 'SbC',
    gradeUnit: 'MJ/kg',
  },
  'bituminous-coal': {
    name: { en: 'Bituminous coal', ur: 'بٹومینس کوئلہ', zh: '烟煤' },
    group: 'energy-minerals',
    glyph: 'BtC',
    gradeUnit: 'MJ/kg',
  },
  uranium: { name: { en: 'Uranium', ur: 'یورینیم', zh: '铀' }, group: 'energy-minerals', glyph: 'U', gradeUnit: '%' },
  phosphate: {
    name: { en: 'Phosphate rock', ur: 'فاسفیٹ', zh: '磷矿' },
    group: 'chemical-and-fertiliser',
    glyph: 'P',
    gradeUnit: '%',
  },
  apatite: {
    name: { en: 'Apatite', ur: 'ایپاٹائٹ', zh: '磷灰石' },
    group: 'chemical-and-fertiliser',
    glyph: 'Ap',
    gradeUnit: '%',
  },
  potash: {
    name: { en: 'Potash', ur: 'پوٹاش', zh: '钾盐' },
    group: 'chemical-and-fertiliser',
    glyph: 'K',
    gradeUnit: '%',
  },
  'rock-salt': {
    name: { en: 'Rock salt', ur: 'معدنی نمک', zh: '岩盐' },
    group: 'chemical-and-fertiliser',
    glyph: 'Hl',
    gradeUnit: '%',
  },
  salt: { name: { en: 'Salt', ur: 'نمک', zh: '盐' }, group: 'chemical-and-fertiliser', glyph: 'Na', gradeUnit: '%' },
  gypsum: {
    name: { en: 'Gypsum', ur: 'جپسم', zh: '石膏' },
    group: 'chemical-and-fertiliser',
    glyph: 'Gy',
    gradeUnit: '%',
  },
  anhydrite: {
    name: { en: 'Anhydrite', ur: 'اینہائیڈرائٹ', zh: '硬石膏' },
    group: 'chemical-and-fertiliser',
    glyph: 'An',
    gradeUnit: '%',
  },
  sulphur: {
    name: { en: 'Sulphur', ur: 'گندھک', zh: '硫' },
    group: 'chemical-and-fertiliser',
    glyph: 'S',
    gradeUnit: '%',
  },
  barite: {
    name: { en: 'Barite', ur: 'بیرائٹ', zh: '重晶石' },
    group: 'chemical-and-fertiliser',
    glyph: 'Ba',
    gradeUnit: '%',
  },
  fluorite: {
    name: { en: 'Fluorite', ur: 'فلورائٹ', zh: '萤石' },
    group: 'chemical-and-fertiliser',
    glyph: 'F',
    gradeUnit: '%',
  },
  celestite: {
    name: { en: 'Celestite', ur: 'سیلیسٹائٹ', zh: '天青石' },
    group: 'chemical-and-fertiliser',
    glyph: 'Clt',
    gradeUnit: '%',
  },
  strontium: {
    name: { en: 'Strontium', ur: 'اسٹرونشیم', zh: '锶' },
    group: 'chemical-and-fertiliser',
    glyph: 'Sr',
    gradeUnit: '%',
  },
  magnesite: {
    name: { en: 'Magnesite', ur: 'میگنیسائٹ', zh: '菱镁矿' },
    group: 'chemical-and-fertiliser',
    glyph: 'Mgs',
    gradeUnit: '%',
  },
  magnesium: {
    name: { en: 'Magnesium', ur: 'میگنیشیم', zh: '镁' },
    group: 'chemical-and-fertiliser',
    glyph: 'Mg',
    gradeUnit: '%',
  },
  bromine: {
    name: { en: 'Bromine', ur: 'برومین', zh: '溴' },
    group: 'chemical-and-fertiliser',
    glyph: 'Br',
    gradeUnit: '%',
  },
  calcium: {
    name: { en: 'Calcium', ur: 'کیلشیم', zh: '钙' },
    group: 'chemical-and-fertiliser',
    glyph: 'Ca',
    gradeUnit: '%',
  },
  alum: {
    name: { en: 'Alum', ur: 'پھٹکری', zh: '明矾' },
    group: 'chemical-and-fertiliser',
    glyph: 'Alu',
    gradeUnit: '%',
  },
  marble: {
    name: { en: 'Marble', ur: 'سنگ مرمر', zh: '大理石' },
    group: 'stone-and-clay',
    glyph: 'Mb',
    gradeUnit: '%',
  },
  onyx: {
    name: { en: 'Onyx (onyx marble)', ur: 'اونکس', zh: '玛瑙石（缟玛瑙大理石）' },
    group: 'stone-and-clay',
    glyph: 'On',
    gradeUnit: '%',
  },
  granite: {
    name: { en: 'Granite', ur: 'گرینائٹ', zh: '花岗岩' },
    group: 'stone-and-clay',
    glyph: 'Gr',
    gradeUnit: '%',
  },
  'china-clay': {
    name: { en: 'China clay (kaolin)', ur: 'چینی مٹی', zh: '高岭土' },
    group: 'stone-and-clay',
    glyph: 'Ka',
    gradeUnit: '%',
  },
  'fullers-earth': {
    name: { en: "Fuller's earth", ur: 'ملتانی مٹی', zh: '漂白土' },
    group: 'stone-and-clay',
    glyph: 'Fu',
    gradeUnit: '%',
  },
  'fire-clay': {
    name: { en: 'Fire clay', ur: 'آتشی مٹی', zh: '耐火黏土' },
    group: 'stone-and-clay',
    glyph: 'Fi',
    gradeUnit: '%',
  },
  'silica-sand': {
    name: { en: 'Silica sand', ur: 'سلیکا ریت', zh: '硅砂' },
    group: 'stone-and-clay',
    glyph: 'Si',
    gradeUnit: '%',
  },
  quartz: { name: { en: 'Quartz', ur: 'کوارٹز', zh: '石英' }, group: 'stone-and-clay', glyph: 'Qz', gradeUnit: '%' },
  soapstone: {
    name: { en: 'Soapstone', ur: 'سوپ اسٹون', zh: '皂石' },
    group: 'stone-and-clay',
    glyph: 'So',
    gradeUnit: '%',
  },
  talc: { name: { en: 'Talc', ur: 'ٹالک', zh: '滑石' }, group: 'stone-and-clay', glyph: 'Tc', gradeUnit: '%' },
  'nepheline-syenite': {
    name: { en: 'Nepheline syenite', ur: 'نیفیلین سائنائٹ', zh: '霞石正长岩' },
    group: 'stone-and-clay',
    glyph: 'Ne',
    gradeUnit: '%',
  },
  gemstones: {
    name: { en: 'Gemstones', ur: 'قیمتی پتھر', zh: '宝石' },
    group: 'gems-and-rare-earths',
    glyph: 'Gm',
    gradeUnit: '%',
  },
  emerald: {
    name: { en: 'Emerald', ur: 'زمرد', zh: '祖母绿' },
    group: 'gems-and-rare-earths',
    glyph: 'Em',
    gradeUnit: '%',
  },
  ruby: { name: { en: 'Ruby', ur: 'یاقوت', zh: '红宝石' }, group: 'gems-and-rare-earths', glyph: 'Ru', gradeUnit: '%' },
  sapphire: {
    name: { en: 'Sapphire', ur: 'نیلم', zh: '蓝宝石' },
    group: 'gems-and-rare-earths',
    glyph: 'Sa',
    gradeUnit: '%',
  },
  spinel: {
    name: { en: 'Spinel', ur: 'اسپنل', zh: '尖晶石' },
    group: 'gems-and-rare-earths',
    glyph: 'Sp',
    gradeUnit: '%',
  },
  topaz: {
    name: { en: 'Topaz', ur: 'پکھراج', zh: '黄玉' },
    group: 'gems-and-rare-earths',
    glyph: 'To',
    gradeUnit: '%',
  },
  peridot: {
    name: { en: 'Peridot', ur: 'زبرجد', zh: '橄榄石' },
    group: 'gems-and-rare-earths',
    glyph: 'Pe',
    gradeUnit: '%',
  },
  corundum: {
    name: { en: 'Corundum', ur: 'کورنڈم', zh: '刚玉' },
    group: 'gems-and-rare-earths',
    glyph: 'Crn',
    gradeUnit: '%',
  },
  aquamarine: {
    name: { en: 'Aquamarine', ur: 'زبرجد بحری', zh: '海蓝宝石' },
    group: 'gems-and-rare-earths',
    glyph: 'Aq',
    gradeUnit: '%',
  },
  tourmaline: {
    name: { en: 'Tourmaline', ur: 'ٹورملین', zh: '电气石' },
    group: 'gems-and-rare-earths',
    glyph: 'Tm',
    gradeUnit: '%',
  },
  'rare-earths': {
    name: { en: 'Rare earths', ur: 'نایاب ارضی عناصر', zh: '稀土' },
    group: 'gems-and-rare-earths',
    glyph: 'RE',
    gradeUnit: '%',
  },
  lithium: {
    name: { en: 'Lithium', ur: 'لیتھیم', zh: '锂' },
    group: 'gems-and-rare-earths',
    glyph: 'Li',
    gradeUnit: '%',
  },
  niobium: {
    name: { en: 'Niobium', ur: 'نائوبیم', zh: '铌' },
    group: 'gems-and-rare-earths',
    glyph: 'Nb',
    gradeUnit: '%',
  },
  tantalum: {
    name: { en: 'Tantalum', ur: 'ٹینٹالم', zh: '钽' },
    group: 'gems-and-rare-earths',
    glyph: 'Ta',
    gradeUnit: '%',
  },
  beryllium: {
    name: { en: 'Beryllium', ur: 'بیریلیم', zh: '铍' },
    group: 'gems-and-rare-earths',
    glyph: 'Be',
    gradeUnit: '%',
  },
  zircon: {
    name: { en: 'Zircon', ur: 'زرکون', zh: '锆石' },
    group: 'gems-and-rare-earths',
    glyph: 'Zr',
    gradeUnit: '%',
  },
} as const satisfies Record<string, Commodity>

export const CommodityCode = z.enum(Object.keys(registry) as [keyof typeof registry])
export type CommodityCode = z.output<typeof CommodityCode>

export const COMMODITIES: Readonly<Record<CommodityCode, Commodity>> = registry

/**
 * Critical minerals: a flag across groups, by the European Commission's list of 2023 (Regulation (EU) 2024/1252, annex II),
 * as it applies to commodities of this registry.
 */
export const CRITICAL_MINERALS = {
  list: 'EU critical raw materials, Regulation (EU) 2024/1252, annex II',
  year: 2024,
  codes: [
    'antimony',
    'barite',
    'bauxite',
    'beryllium',
    'cobalt',
    'copper',
    'fluorite',
    'lithium',
    'magnesium',
    'manganese',
    'nickel',
    'niobium',
    'phosphate',
    'platinum',
    'pge',
    'rare-earths',
    'strontium',
    'celestite',
    'tantalum',
    'titanium',
    'ilmenite',
    'rutile',
    'tungsten',
  ],
} as const satisfies { list: string; year: number; codes: readonly CommodityCode[] }
