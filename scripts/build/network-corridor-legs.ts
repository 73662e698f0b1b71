/** Which roads and railways each corridor runs along: data, read in order from the first end. */

/** `[ref, from place, to place]`; a ref of null is a planned stretch that no road or railway follows yet, drawn straight. */
export type Leg = readonly [ref: string | null, from: string, to: string]

export interface CorridorCourse {
  group: 'western' | 'central' | 'eastern' | 'kkh' | 'rail' | 'other'
  ur: string | null
  zh: string | null
  /** Other names by which people look for it. */
  also?: readonly string[]
  legs: readonly Leg[]
}

const khunjerabToBurhan: readonly Leg[] = [
  ['N-35', 'khunjerab-pass', 'thakot'],
  ['E-35/M-15', 'thakot', 'burhan-interchange'],
]
const besimaToGwadar: readonly Leg[] = [
  ['N-85', 'besima', 'hoshab'],
  ['M-8 west', 'hoshab', 'nalent-zero-point'],
  ['N-10', 'nalent-zero-point', 'gwadar-eastbay-interchange'],
  ['Eastbay Expressway', 'gwadar-eastbay-interchange', 'gwadar-port'],
]
const wanguHillsToBesima: readonly Leg[] = [
  ['M-8 east', 'wangu-hills', 'khuzdar'],
  ['N-30', 'khuzdar', 'besima'],
]

export const CORRIDOR_COURSES: Readonly<Record<string, CorridorCourse>> = {
  'cpec-western': {
    also: ['CPEC western route', 'Western route'],
    group: 'western',
    ur: 'سی پیک مغربی راستہ',
    zh: '中巴经济走廊西线',
    legs: [
      ...khunjerabToBurhan,
      ['M-1', 'burhan-interchange', 'hakla-interchange'],
      ['M-14', 'hakla-interchange', 'yarik-interchange'],
      ['M-14 link', 'yarik-interchange', 'yarik'],
      ['N-55', 'yarik', 'dera-ismail-khan'],
      ['N-50', 'dera-ismail-khan', 'kuchlak'],
      ['N-25', 'kuchlak', 'surab'],
      ['N-85', 'surab', 'besima'],
      ...besimaToGwadar,
    ],
  },
  'cpec-central': {
    also: ['CPEC central route', 'Central route'],
    group: 'central',
    ur: 'سی پیک وسطی راستہ',
    zh: '中巴经济走廊中线',
    legs: [
      ...khunjerabToBurhan,
      ['M-1', 'burhan-interchange', 'hakla-interchange'],
      ['M-14', 'hakla-interchange', 'pindi-gheb'],
      [null, 'pindi-gheb', 'kot-addu'],
      [null, 'kot-addu', 'dera-ghazi-khan'],
      ['N-55', 'dera-ghazi-khan', 'rajanpur'],
      [null, 'rajanpur', 'wangu-hills'],
      ...wanguHillsToBesima,
      ...besimaToGwadar,
    ],
  },
  'cpec-eastern': {
    also: ['CPEC eastern route', 'Eastern route'],
    group: 'eastern',
    ur: 'سی پیک مشرقی راستہ',
    zh: '中巴经济走廊东线',
    legs: [
      ...khunjerabToBurhan,
      ['M-1', 'burhan-interchange', 'islamabad-toll-plaza'],
      ['M-2', 'islamabad-toll-plaza', 'pindi-bhattian'],
      ['M-4', 'pindi-bhattian', 'multan'],
      ['M-5', 'sher-shah-interchange', 'rohri'],
      ['Rohri - Sukkur', 'rohri', 'sukkur'],
      ['N-65', 'sukkur', 'shikarpur'],
      ['N-55', 'shikarpur', 'ratodero'],
      ['M-8 east', 'ratodero', 'wangu-hills'],
      ...wanguHillsToBesima,
      ...besimaToGwadar,
    ],
  },
  kkh: {
    also: ['KKH', 'Karakoram Highway', 'N-35', 'شاہراہِ قراقرم', '中巴友谊公路'],
    group: 'kkh',
    ur: 'شاہراہ قراقرم',
    zh: '喀喇昆仑公路',
    legs: [['N-35', 'khunjerab-pass', 'havelian']],
  },
  'kkh-china': {
    also: ['KKH China', 'G314', 'Karakoram Highway China'],
    group: 'kkh',
    ur: null,
    zh: '中巴公路（314国道）',
    legs: [['g314', 'khunjerab-pass', 'kashgar']],
  },
  'm15-hazara': {
    also: ['Hazara Motorway', 'M-15', 'E-35'],
    group: 'kkh',
    ur: 'ہزارہ موٹروے',
    zh: null,
    legs: [['E-35/M-15', 'thakot', 'burhan-interchange']],
  },
  'm14-hakla-dikhan': {
    also: ['M-14', 'Hakla–Dera Ismail Khan Motorway'],
    group: 'western',
    ur: 'ہکلہ - ڈیرہ اسماعیل خان موٹروے',
    zh: null,
    legs: [['M-14', 'hakla-interchange', 'yarik-interchange']],
  },
  'n50-yarik-zhob': {
    group: 'western',
    ur: null,
    zh: null,
    legs: [
      ['N-55', 'yarik', 'dera-ismail-khan'],
      ['N-50', 'dera-ismail-khan', 'zhob'],
    ],
  },
  'n50-zhob-quetta': {
    group: 'western',
    ur: null,
    zh: null,
    legs: [
      ['N-50', 'zhob', 'kuchlak'],
      ['N-25', 'kuchlak', 'quetta'],
    ],
  },
  'n25-quetta-surab': { group: 'western', ur: null, zh: null, legs: [['N-25', 'quetta', 'surab']] },
  n85: { also: ['N-85'], group: 'western', ur: 'قومی شاہراہ 85', zh: null, legs: [['N-85', 'surab', 'hoshab']] },
  'm8-gwadar-hoshab': {
    group: 'western',
    ur: 'موٹروے ایم 8',
    zh: null,
    legs: [
      ['N-10 spur 3', 'gwadar', 'gwadar-eastbay-interchange'],
      ['N-10', 'gwadar-eastbay-interchange', 'nalent-zero-point'],
      ['M-8 west', 'nalent-zero-point', 'hoshab'],
    ],
  },
  'm8-hoshab-awaran': { group: 'other', ur: null, zh: null, legs: [['M-8 central', 'hoshab', 'awaran']] },
  'm8-awaran-khuzdar': {
    group: 'other',
    ur: null,
    zh: null,
    legs: [
      ['M-8 central', 'awaran', 'nal'],
      ['N-30', 'nal', 'khuzdar'],
    ],
  },
  'm8-khuzdar-ratodero': { group: 'eastern', ur: null, zh: null, legs: [['M-8 east', 'khuzdar', 'ratodero']] },
  n30: { also: ['N-30'], group: 'eastern', ur: 'قومی شاہراہ 30', zh: null, legs: [['N-30', 'besima', 'khuzdar']] },
  'n25-karachi-quetta-chaman': {
    also: ['N-25', 'RCD Highway'],
    group: 'other',
    ur: 'قومی شاہراہ 25',
    zh: null,
    legs: [['N-25', 'karachi', 'chaman']],
  },
  'n10-makran': {
    also: ['N-10', 'Makran Coastal Highway', 'MCH'],
    group: 'other',
    ur: 'مکران کوسٹل ہائی وے',
    zh: '马克兰沿海公路',
    legs: [
      ['N-25', 'karachi', 'zero-point-liari'],
      ['N-10', 'zero-point-liari', 'gabd'],
    ],
  },
  n40: {
    also: ['N-40', 'Quetta–Taftan highway', 'RCD Highway'],
    group: 'other',
    ur: 'قومی شاہراہ 40',
    zh: null,
    legs: [
      ['N-25', 'quetta', 'lak-pass'],
      ['N-40', 'lak-pass', 'taftan'],
    ],
  },
  'nokkundi-mashkel': { group: 'other', ur: null, zh: null, legs: [['Nok Kundi - Mashkel', 'nok-kundi', 'mashkel']] },
  'mashkel-panjgur': { group: 'other', ur: null, zh: null, legs: [['Nok Kundi - Mashkel', 'mashkel', 'panjgur']] },
  'saindak-access': { group: 'other', ur: null, zh: null, legs: [['Saindak road', 'saindak', 'taftan']] },
  'duddar-haul': {
    group: 'other',
    ur: null,
    zh: null,
    legs: [
      ['Duddar south', 'duddar-mine', 'winder'],
      ['N-25', 'winder', 'karachi'],
    ],
  },
  'eastbay-expressway': {
    also: ['Eastbay Expressway', 'East Bay Expressway'],
    group: 'other',
    ur: 'گوادر ایسٹ بے ایکسپریس وے',
    zh: '瓜达尔东湾快速路',
    legs: [['Eastbay Expressway', 'gwadar-port', 'gwadar-eastbay-interchange']],
  },
  m5: {
    also: ['M-5', 'Sukkur–Multan Motorway'],
    group: 'eastern',
    ur: 'ملتان - سکھر موٹروے',
    zh: '木尔坦—苏库尔高速公路',
    legs: [['M-5', 'sher-shah-interchange', 'rohri']],
  },
  m6: {
    also: ['M-6', 'Hyderabad–Sukkur Motorway'],
    group: 'eastern',
    ur: 'سکھر - حیدرآباد موٹروے',
    zh: null,
    legs: [['M-6', 'rohri', 'jamshoro']],
  },
  'thar-karachi-road': {
    group: 'other',
    ur: null,
    zh: null,
    legs: [
      ['N-5', 'karachi', 'thatta'],
      ['Thatta - Badin', 'thatta', 'badin'],
      ['Wango road', 'badin', 'islamkot'],
    ],
  },
  ml1: {
    also: ['ML-1', 'ML1', 'Main Line 1', 'Karachi–Peshawar line'],
    group: 'rail',
    ur: 'مین لائن 1 کراچی - پشاور',
    zh: '1号铁路干线（ML-1）',
    legs: [['ML-1', 'keamari-station', 'peshawar-cantt-station']],
  },
  'ml1-phase1': {
    group: 'rail',
    ur: null,
    zh: null,
    legs: [['ML-1', 'karachi-city-station', 'rohri']],
  },
  ml3: {
    also: ['ML-3', 'ML3', 'Main Line 3'],
    group: 'rail',
    ur: 'مین لائن 3',
    zh: '3号铁路干线（ML-3）',
    legs: [
      ['ML-3', 'rohri', 'spezand'],
      ['ML-4', 'spezand', 'nok-kundi'],
    ],
  },
  'rail-nokkundi-taftan': { group: 'rail', ur: null, zh: null, legs: [['ML-4', 'nok-kundi', 'taftan']] },
  'reko-diq-rail-link': { group: 'rail', ur: null, zh: null, legs: [['Reko Diq spur', 'reko-diq', 'nok-kundi']] },
  'thar-rail': {
    group: 'rail',
    ur: null,
    zh: null,
    legs: [['Thar rail link', 'thar-block-ii-mine', 'new-chhor-station']],
  },
  'rail-chhor-hyderabad': {
    group: 'rail',
    ur: null,
    zh: null,
    legs: [['Hyderabad-Mirpur Khas-Khokhrapar', 'new-chhor-station', 'hyderabad']],
  },
  'khunjerab-rail': {
    also: ['ML-5', 'Khunjerab Railway'],
    group: 'rail',
    ur: 'خنجراب ریلوے',
    zh: '中巴铁路（红其拉甫铁路）',
    legs: [
      ['ML-5', 'havelian', 'khunjerab-pass'],
      ['ML-5 China', 'khunjerab-pass', 'kashgar'],
    ],
  },
  'rail-gwadar': { group: 'rail', ur: null, zh: null, legs: [['Gwadar-Mastung', 'gwadar-port', 'mastung']] },
}
